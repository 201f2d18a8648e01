import type { Actor } from '#shared/model/actor.ts';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { Execute } from './execute.ts';
import { CLIP } from './http/clip.ts';

export const DEMO = EventSlug.parse('demo');

const admin: Actor = { id: ActorId.parse('admin'), role: 'admin', name: 'admin', number: null };

/** A judge of the demo contest, and the code that pairs a tablet with them. */
export type Invitation = { name: string; code: string };

type Run = <N extends CommandName>(name: N, input: RawInput<N>) => Promise<Output<N>>;

/**
 * The event a first start brings up, so that there is something to look at: live, with two polls to open and a speech
 * contest in its final round. Returns its judges' invitations.
 */
export async function createDemo(execute: Execute): Promise<Invitation[]> {
  const run: Run = async (name, input) => {
    const ack = await execute(DEMO, name, admin, input);
    if (!ack.ok) throw new Error(`the demo event: ${ack.error.message}`);
    return ack.data as Output<typeof name>;
  };
  // Of several nodes that start together, one makes it.
  if (await isThere(execute)) return [];
  await run('event:create', {
    slug: DEMO,
    title: '鹏城新力 · 新春云晚会',
    summary: '一台自己人演给自己人看的晚会：在线评论、点赞、投票，和现场大屏同屏互动。',
    status: 'live',
    stream: { kind: 'hls', url: CLIP },
  });
  await run('rundown:set', {
    items: [
      { title: '开场：聚是一团火', plannedSeconds: 300 },
      { title: '合唱《春天的故事》', note: '南山、福田两区联合', plannedSeconds: 420 },
      { title: '演讲《我在深圳这些年》', plannedSeconds: 480 },
      { title: '舞蹈《渔港晨光》', plannedSeconds: 360 },
      { title: '揭晓：最受欢迎节目', plannedSeconds: 300 },
      { title: '尾声：散作满天星', plannedSeconds: 240 },
    ],
  });
  await run('rundown:go', {});
  await run('poll:create', {
    question: '今晚你最期待哪个节目？',
    options: ['合唱《春天的故事》', '演讲《我在深圳这些年》', '舞蹈《渔港晨光》'],
    results: 'live',
  });
  await run('poll:create', {
    question: '最受欢迎节目（可选两项，收官时揭晓）',
    options: ['合唱《春天的故事》', '演讲《我在深圳这些年》', '舞蹈《渔港晨光》', '开场秀'],
    multiple: 2,
    changeable: true,
    results: 'hidden',
  });
  return createContest(run);
}

async function isThere(execute: Execute): Promise<boolean> {
  const ack = await execute(DEMO, 'event:configure', admin, {});
  return ack.ok;
}

const CONTESTANTS = [
  { name: '林晓雯', organisation: '南山区', speech: '《我在深圳这些年》' },
  { name: '陈志远', organisation: '福田区', speech: '《一盏灯，一座城》' },
  { name: '黄思琪', organisation: '罗湖区', speech: '《从口岸出发》' },
  { name: '周子航', organisation: '宝安区', speech: '《流水线上的诗》' },
  { name: '吴嘉怡', organisation: '龙岗区', speech: '《把名字写进春天》' },
  { name: '郑浩然', organisation: '盐田区', speech: '《听海》' },
];
const JUDGES = ['李明华', '王雅琴', '张国栋', '刘芳', '赵建平'];

/** A final 决赛 that is open: six speeches, five judges, the audience's vote still to be opened. */
async function createContest(run: Run): Promise<Invitation[]> {
  await run('contest:setup', { title: '“新力之声”演讲比赛' });
  const entries = [];
  for (const { speech, ...person } of CONTESTANTS) {
    const { id } = await run('contestant:put', person);
    entries.push({ id, title: speech });
  }
  const invitations: Invitation[] = [];
  const panel = [];
  for (const [index, name] of JUDGES.entries()) {
    const { id } = await run('judge:put', { name, organisation: '评委会', isHead: index === 0 });
    const { code } = await run('judge:invite', { judgeId: id, validForSeconds: 7 * 86_400 });
    panel.push(id);
    invitations.push({ name, code });
  }
  const { id: roundId } = await run('round:put', { title: '决赛', entries, panel, preset: 'speech' });
  await run('round:open', { roundId });
  await run('entry:call', { roundId, entryId: entries[0]?.id ?? null });
  return invitations;
}
