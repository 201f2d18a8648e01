/**
 * Letters of other scripts that pass for a Latin one, after Unicode's confusables (UTS #39), the ones people type.
 * Capitals stand here where the capital and the small letter resemble different Latin letters: Η is an H, η an n.
 */
const rows: Record<string, string> = {
  a: 'аαɑᴀ',
  b: 'ВвβΒʙЬь',
  c: 'сϲᴄ',
  d: 'ԁᴅđɗ',
  e: 'еёεᴇəҽ',
  f: 'ꜰƒ',
  g: 'ɡɢց',
  h: 'һНнΗʜհ',
  i: 'іιıɩɪӏ',
  j: 'јᴊ',
  k: 'кκᴋĸ',
  l: 'ʟł',
  m: 'мМΜᴍ',
  n: 'пηΝɴոռ',
  o: 'оοσօᴏøѳ',
  p: 'рρᴘ',
  q: 'ԛզ',
  r: 'гʀɾ',
  s: 'ѕꜱʂ',
  t: 'тτᴛŧ',
  u: 'υμսᴜʋ',
  v: 'νѵᴠ',
  w: 'ԝωшᴡ',
  x: 'хχ',
  y: 'уүγΥʏ',
  z: 'ᴢʐƶ',
};

const latin = new Map(
  Object.entries(rows).flatMap(([letter, twins]) => [...twins].map((twin) => [twin, letter])),
);

/** The Latin small letter that `letter` passes for, if any. */
export const latinTwin = (letter: string): string | undefined => latin.get(letter);

/** Digits and signs used as letters (leet). Those that more often mean themselves (2, 6, 8, 9) are not here. */
const drawn: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '+': 't',
  '€': 'e',
  '¢': 'c',
};
const drawnTall: Record<string, string> = { ...drawn, '1': 'l', '!': 'l', '|': 'l' };

/** The letter a digit or sign is drawn for; an upright stroke is an `i`, or an `l` when `tall`. */
export const drawnLetter = (sign: string, tall: boolean): string | undefined =>
  (tall ? drawnTall : drawn)[sign];

const SQUARED_AND_CIRCLED = [0x1f150, 0x1f170, 0x1f1e6];

/** White letters on black (🅐, 🅰) and regional indicators (🇦), which have no decomposition in Unicode. */
export function emblemLetter(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  const first = SQUARED_AND_CIRCLED.find((start) => code >= start && code < start + 26);
  return first === undefined ? undefined : String.fromCharCode(0x61 + code - first);
}
