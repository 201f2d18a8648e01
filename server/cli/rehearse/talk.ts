import type { Chance } from './temper.ts';

/** What a comment may be about. */
export type Topic = {
  performer: string | null;
  organisation: string | null;
  item: string | null;
  poll: string | null;
};

const listOf = (text: string): string[] =>
  text
    .trim()
    .split(/\s*[|\n]\s*/)
    .filter(Boolean);

const NAMES = listOf(`
  南山小鹿 | 福田阿May | 罗湖老陈 | 盐田听海 | 宝安小周 | 龙岗阿坤 | 龙华小林 | 坪山云朵
  光明的光 | 大鹏看日出 | 前海追风 | 深圳晚风 | 梧桐山下 | 莲花山顶 | 湾区小花 | 海风吹
  一颗星 | 阿杰 | 晓晓 | 簕杜鹃 | 地铁五号线 | 早茶爱好者 | 小满 | 春晓 | 北方来信
  岭南木棉 | 火苗 | 萤火 | Kevin | Lily | Nina Z | Tom在深圳
  新社会阶层小吴 | 律师老黄 | 设计师阿粒 | 直播间的Leo | 独立书店店主 | 合唱队第三排
`);

const PLACES = listOf('南山 | 福田 | 罗湖 | 盐田 | 宝安 | 龙岗 | 龙华 | 坪山 | 光明 | 大鹏 | 深汕');
const PEOPLE = listOf(`
  小王 | 阿玲 | 老李 | 张工 | 小何 | 阿敏 | 陈姐 | 小梁 | 阿豪 | 许老师 | 小曾 | 阿芬 | 邓哥 | 小叶
  阿宁 | 罗师傅 | 小彭 | 阿洁 | 冯律师 | 小欧 | 阿东 | 谭医生 | 小苏 | 阿雅 | 潘会计 | 小熊 | 阿海
`);

const ANYTIME = listOf(`
  聚是一团火，散作满天星 | 来了来了 | 晚上好深圳 | 声音很清楚 | 画面好美 | 氛围太好了
  前排占座 | 第一次看，赞 | 全家一起看 | 在加班，开着听 | 现场的朋友辛苦了 | 灯光绝了
  主持人好稳 | 从地铁上赶来 | 截图了截图了 | 有回放吗？ | 鹏城新力越办越好 | 给志愿者点赞
  字幕再大一点就好了 | [鼓掌][鼓掌] | 👏👏👏 | ❤️ | 太有感染力了 | 我们社区的群都在转
  孩子说要学跳舞 | 这一段我要再看三遍 | 来深圳十二年，听哭了 | 新年快乐！ | 这就是我们的深圳
  Hello from Hong Kong! | The lights are beautiful
  Greetings from Nanshan | What a night | Bravo!
  First time here, love it | Can we watch this again tomorrow? | 声音再大一点就更好了
  同事都围过来了 | 这舞台，这灯光 | 一盏灯就是一座城 | 眼眶湿了 | 手掌拍红了 | 深圳的夜晚真美
  我妈说好看 | 请再来一遍 | 义工队在后台，加油 | 送花送花 | 导播切得漂亮 | 已经转发给老家的朋友
`);

const ABOUT_PERFORMER = [
  (name: string) => `${name}加油！`,
  (name: string) => `${name}讲得真好`,
  (name: string) => `${name}这一段有画面`,
  (name: string) => `给${name}打call`,
  (name: string) => `${name}稳住，我们在`,
  (name: string) => `Go ${name}!`,
] as const;
const ABOUT_PLACE = [
  (place: string) => `${place}的朋友在哪里？`,
  (place: string) => `${place}来报到`,
  (place: string) => `${place}必胜`,
] as const;
const ABOUT_ITEM = [
  (item: string) => `${item}，等的就是这个`,
  (item: string) => `${item}太好看了`,
  (item: string) => `这个${item}要单曲循环`,
] as const;
const ABOUT_POLL = [
  '投了投了',
  '好难选啊',
  '我选第一个',
  '大家都投了什么？',
  '能多选吗',
  '投票在哪里？找到了',
  '看看结果',
  'Voted!',
] as const;

const pick = <T>(from: readonly T[], chance: Chance): T => from[Math.floor(chance() * from.length)] as T;

/** Everybody has a name of their own, as long as there are names. */
export function nicknameOf(index: number): string {
  const known = NAMES[index];
  if (known !== undefined) return known;
  const place = PLACES[index % PLACES.length] ?? '';
  const person = PEOPLE[Math.floor(index / PLACES.length) % PEOPLE.length] ?? '';
  const round = Math.floor(index / (PLACES.length * PEOPLE.length));
  return `${place}${person}${round === 0 ? '' : round + 1}`;
}

/** Something a viewer might say now; now and then it is about what is going on. */
export function remark({ performer, organisation, item, poll }: Topic, chance: Chance): string {
  const about = chance();
  if (poll !== null && about < 0.2) return pick(ABOUT_POLL, chance);
  if (performer !== null && about < 0.45) return pick(ABOUT_PERFORMER, chance)(performer);
  if (organisation && about < 0.52) return pick(ABOUT_PLACE, chance)(organisation);
  if (item !== null && about > 0.9) return pick(ABOUT_ITEM, chance)(item);
  return pick(ANYTIME, chance);
}

/** Which reaction suits the moment. */
export const gesture = (
  hasPerformer: boolean,
  chance: Chance,
): 'like' | 'heart' | 'flower' | 'applause' | 'fire' =>
  pick(
    hasPerformer
      ? (['applause', 'applause', 'flower', 'heart', 'fire'] as const)
      : (['like', 'heart', 'fire', 'flower', 'applause'] as const),
    chance,
  );
