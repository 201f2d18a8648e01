import { LIMITS } from '#shared/limits.ts';
import { measure } from './graphemes.ts';
import { isReservedName } from './names.ts';

/**
 * Why a text was refused. `empty`: nothing in it can be seen. `malformed`: one character of it is a tower of marks or
 * a chain of joined emoji that no keyboard makes. `reserved`: the name of a role, or one that looks like it.
 */
export type TextFault = 'empty' | 'tooShort' | 'tooLong' | 'malformed' | 'reserved';

/** A text fit to be stored and shown to others, or the reason why there is none. */
export type Cleaned = { ok: true; text: string } | { ok: false; reason: TextFault };

/** Code points in one grapheme. The longest emoji people send has ten, a written syllable fewer. */
const LONGEST_GRAPHEME = 16;
const MARKS = 2;
/** Tibetan, Burmese and Khmer build syllables by stacking marks; two would garble them. */
const STACKED_MARKS = 6;

const WHITE_SPACE = /[\t-\r\x85\p{Z}]+/gu;
/** C0 and C1 controls, lone surrogates, noncharacters: something was there, nobody can say what. */
const STRAY = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu;

const FLAG_OF_A_REGION = String.raw`\u{1F3F4}[\u{E0030}-\u{E007A}]{3,6}\u{E007F}`;
const EMOJI_JOINER = String.raw`(?<=\p{ExtPict}[\u{1F3FB}-\u{1F3FF}]?\uFE0F?)\u200D(?=\p{ExtPict})`;
const SELECTOR = String.raw`[\uFE00-\uFE0F\u180B-\u180D\u180F\u{E0100}-\u{E01EF}]`;
const SELECTOR_OF_SOMETHING = String.raw`(?<=[\p{Emoji}\p{ExtPict}\p{Script=Han}\p{Script=Mongolian}])${SELECTOR}`;
/**
 * Bidi controls, zero-width characters, fillers, tags: whatever takes no room. The first group is what stays, because
 * an emoji or a glyph is made with it.
 */
const INVISIBLE = new RegExp(
  String.raw`(${FLAG_OF_A_REGION}|${EMOJI_JOINER}|${SELECTOR_OF_SOMETHING})|[\p{Cf}\p{Default_Ignorable_Code_Point}]`,
  'gu',
);
const MARKS_WITHOUT_BASE = /(?<=^| )\p{M}+/gu;
const MARK_RUN = new RegExp(String.raw`(?:(?!${SELECTOR})\p{M}){${MARKS + 1},}`, 'gu');
const STACKING = /^[\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}]/u;
/** Anything but white space, marks, the blank Braille pattern and the replacement character. */
const SEEN = /[[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]--[\u2800\uFFFD]]/v;

/**
 * One line of text from outside: NFC, white space of any kind (line breaks, tabs, U+2028) folded to one space, trimmed,
 * without invisible characters, with no more than two combining marks on a base. Code points that are none are replaced
 * by U+FFFD. Lengths are in graphemes; more than `LIMITS.commentUnits` UTF-16 units are `tooLong` unread. Cleaning a
 * clean text changes nothing.
 */
export function cleanLine(raw: string, length: { min: number; max: number }): Cleaned {
  if (raw.length > LIMITS.commentUnits) return refused('tooLong');

  const line = withoutInvisible(raw);
  if (measure(line).longest > LONGEST_GRAPHEME) return refused('malformed');

  const text = withoutTowers(line);
  if (!SEEN.test(text)) return refused('empty');
  const { graphemes } = measure(text);
  if (graphemes < length.min) return refused('tooShort');
  if (graphemes > length.max) return refused('tooLong');
  return { ok: true, text };
}

/** A comment of 1 to `maxGraphemes` characters, the event's `comments.maxLength`. */
export const cleanComment = (raw: string, maxGraphemes: number): Cleaned =>
  cleanLine(raw, { min: 1, max: maxGraphemes });

/** A viewer's name: a line within `LIMITS.nicknameGraphemes` that does not pass for the host, a judge or the system. */
export function cleanNickname(raw: string): Cleaned {
  const name = cleanLine(raw, LIMITS.nicknameGraphemes);
  if (name.ok && isReservedName(name.text)) return refused('reserved');
  return name;
}

const refused = (reason: TextFault): Cleaned => ({ ok: false, reason });

/** Invisible characters go before NFC: what they kept apart may compose. */
const withoutInvisible = (raw: string): string =>
  raw
    .replace(WHITE_SPACE, ' ')
    .replace(STRAY, '\uFFFD')
    .replace(INVISIBLE, '$1')
    .replace(MARKS_WITHOUT_BASE, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC');

const withoutTowers = (line: string): string =>
  line.replace(MARK_RUN, (run) => [...run].slice(0, STACKING.test(run) ? STACKED_MARKS : MARKS).join(''));
