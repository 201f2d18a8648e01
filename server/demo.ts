import type { Actor } from '#shared/model/actor.ts';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import type { Execute } from './execute.ts';

export const DEMO = EventSlug.parse('demo');

const admin: Actor = { id: ActorId.parse('admin'), role: 'admin', name: 'admin', number: null };

/** The event a first start brings up, so that there is something to look at: live, with two polls to open. */
export async function createDemo(execute: Execute): Promise<void> {
  const run = async <N extends CommandName>(name: N, input: RawInput<N>): Promise<Output<N>> => {
    const ack = await execute(DEMO, name, admin, {
      commandId: `demo-${name.replace(':', '-')}-${hash(input)}`,
      ...input,
    });
    if (!ack.ok) throw new Error(`the demo event: ${ack.error.message}`);
    return ack.data as Output<N>;
  };
  await run('event:create', {
    slug: DEMO,
    title: '鹏城新力 · 新春云晚会',
    summary: '一台自己人演给自己人看的晚会：在线评论、点赞、投票，和现场大屏同屏互动。',
    status: 'live',
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
}

const hash = (input: unknown): number => JSON.stringify(input).length;
