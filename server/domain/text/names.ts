import { read } from './reading.ts';
import { compileWords } from './words.ts';

/** Refused anywhere in a name: 主持人小王, Host_01. Latin ones stand as words of their own, so Ghost is a name. */
const RESERVED = [
  '主持人',
  '管理员',
  '评委',
  '评审',
  '官方',
  '组委会',
  '主办方',
  '工作人员',
  '新力现场',
  '系统消息',
  '系统通知',
  '系统公告',
  '系统提示',
  'host',
  'admin',
  'administrator',
  'moderator',
  'official',
  'organiser',
  'organizer',
  'staff',
  'system',
  'xinli live',
  'xinli official',
];

/** Refused as the whole name, digits aside: as a part they are common (信息系统小李, Xinli Wang 王新丽). */
const RESERVED_ALONE = ['系统', '主持', '裁判', 'xinli'];

/** Names in which a reserved word only seems to stand. */
const INNOCENT = ['上官方', '五官方正', '书评委员', '影评委员'];

/** In many typefaces I, l and | are one stroke, and rn is an m. Done to names and reserved words alike. */
const asSeen = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[lLI|]/g, 'i')
    .replace(/rn/gi, 'm');

const anywhere = compileWords({ block: RESERVED.map(asSeen), allow: INNOCENT });
const alone = compileWords({ block: RESERVED_ALONE.map(asSeen), allow: [] });

/** What a name spells, digits aside, bare and drawn: `ad min` and `4dmin` both spell admin. */
const skeletons = (name: string): string[] =>
  (['bare', 'drawn'] as const).map((look) => read(name, look).letters.replace(/\p{Nd}/gu, ''));

const reservedSkeletons = new Set(RESERVED.flatMap((name) => skeletons(asSeen(name))));

/**
 * Whether a name passes for the host, a judge, the staff or the system, in any script, spacing or disguise. It takes
 * the name as cleaned. Roles themselves are shown by a badge, never by the name.
 */
export function isReservedName(name: string): boolean {
  const seen = asSeen(name);
  const [skeleton] = skeletons(seen);
  return (
    skeletons(seen).some((spelled) => reservedSkeletons.has(spelled)) ||
    anywhere.match(seen).length > 0 ||
    alone.match(seen).some(({ start, end }) => skeletons(seen.slice(start, end))[0] === skeleton)
  );
}

/** What a viewer is called who chose no name: 观众0042 for viewer number 42. */
export const defaultNickname = (number: number): string => `观众${String(number).padStart(4, '0')}`;
