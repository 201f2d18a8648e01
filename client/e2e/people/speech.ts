import type { ContestantId, JudgeId, RoundId } from '#shared/model/ids.ts';
import { CriterionId } from '#shared/model/ids.ts';
import type { Values } from '#shared/model/scorecard.ts';
import type { RawInput } from '#shared/protocol/commands.ts';
import { type Engine, type Show, startShow } from '../harness/show.ts';

/** A speech contest: its people, and what every judge has made up their mind to give. */
export type Speech = Show & {
  title: string;
  contestants: readonly { id: ContestantId; name: string }[];
  judges: readonly { id: JudgeId; name: string }[];
  /** Plans a round of all contestants and judges, and opens it; the hash its cards are filled in under. */
  openRound(title: string, more: Omit<RawInput<'round:rules'>, 'roundId'>): Promise<OpenRound>;
};
export type OpenRound = { id: RoundId; title: string; ruleHash: string };

const CONTESTANTS = [
  ['林晓雯', '南山区', '《我在深圳这些年》'],
  ['陈志远', '福田区', '《一盏灯，一座城》'],
  ['黄思琪', '罗湖区', '《从口岸出发》'],
  ['周子航', '宝安区', '《流水线上的诗》'],
  ['吴嘉怡', '龙岗区', '《把名字写进春天》'],
  ['郑浩然', '盐田区', '《听海》'],
  ['何雨桐', '龙华区', '《凌晨四点的面包》'],
  ['梁启航', '坪山区', '《造车的人》'],
  ['许静怡', '光明区', '《科学城的夜》'],
  ['冯天佑', '大鹏新区', '《渔火》'],
  ['罗诗涵', '前海', '《桥》'],
  ['谢文博', '深汕合作区', '《远一点的家》'],
] as const;
const JUDGES = ['李明华', '王雅琴', '张国栋', '刘芳', '赵建平', '孙丽娟', '周伟民'];

export const SCORE = CriterionId.parse('score');
export const points = (thousandths: number): Values => ({ [SCORE]: thousandths });

export async function startSpeech(engine: Engine = 'embedded', judges = JUDGES.length): Promise<Speech> {
  await using starting = new AsyncDisposableStack();
  const show = starting.use(await startShow(engine, 'speech'));
  const { run } = show;
  const title = '“新力之声”演讲比赛';
  await run('event:create', { slug: 'speech', title: '鹏城新力 · 演讲之夜', status: 'live' });
  await run('contest:setup', { title });
  const rows = CONTESTANTS.map(([name, organisation]) => `${name}\t${organisation}`);
  const { contestants } = await run('contestant:import', { text: ['姓名\t单位', ...rows].join('\n') });
  const seated: Speech['judges'][number][] = [];
  for (const [index, name] of JUDGES.slice(0, judges).entries()) {
    const input = { name, organisation: '评委会', isHead: index === 0 };
    seated.push(await run('judge:put', input));
  }
  const started = starting.move();
  return {
    ...show,
    title,
    contestants,
    judges: seated,
    async openRound(name, rules) {
      const { id } = await run('round:put', {
        title: name,
        preset: 'speech',
        entries: contestants.map((one, index) => ({ id: one.id, title: CONTESTANTS[index]?.[2] ?? '' })),
        panel: seated.map((judge) => judge.id),
      });
      await run('round:rules', { roundId: id, ...rules });
      const { ruleHash } = await run('round:open', { roundId: id });
      return { id, title: name, ruleHash };
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}
