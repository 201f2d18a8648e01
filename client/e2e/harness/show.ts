import type { Role } from '#shared/model/actor.ts';
import type { CommandName, Output, RawInput } from '#shared/protocol/commands.ts';
import { startRedis } from '../../../server/test/redis.ts';
import { type Product, startProduct } from './product.ts';

export const ENGINES = ['embedded', 'two nodes over Redis'] as const;
export type Engine = (typeof ENGINES)[number];

/** An event with the product that runs it: one process, or two nodes that share a Redis. */
export type Show = {
  slug: string;
  /** Where it is reached; on one process both are the same. */
  nodes: readonly [Product, Product];
  /** A key for somebody who runs the event. */
  token(role: Role, judgeId?: string): Promise<string>;
  /** A command of the administrator, for this event unless another is named; throws when it is refused. */
  run<N extends CommandName>(command: N, input: RawInput<N>, slug?: string): Promise<Output<N>>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** What the demo event is called, and nothing of what is going on in it: a story brings its own. */
const QUIET = {
  title: '鹏城新力 · 新春云晚会',
  items: ['开场：聚是一团火', '合唱《春天的故事》', '舞蹈《渔港晨光》', '尾声：散作满天星'],
};

/** A quiet event that is live, or nothing yet but a name for an event to be created. */
export async function startShow(
  engine: Engine = 'embedded',
  slug = 'demo',
  person = '林主持',
): Promise<Show> {
  await using starting = new AsyncDisposableStack();
  const nodes = await startNodes(engine, { XINLI_DEMO: '0' }, starting);
  const [first] = nodes;
  if (slug === 'demo') {
    const { title, items } = QUIET;
    await first.post('/events', { slug, title, summary: '一台自己人演给自己人看的晚会', status: 'live' });
    const run = (command: string, input: object) =>
      first.post(`/events/${slug}/commands`, { command, input });
    await run('rundown:set', { items: items.map((name) => ({ title: name })) });
    await run('rundown:go', {});
  }
  const started = starting.move();
  return {
    slug,
    nodes,
    async token(role, judgeId) {
      const asked = { role, name: person, ...(judgeId !== undefined && { judgeId }) };
      const answer = (await first.post(`/events/${slug}/tokens`, asked)) as {
        token: string;
      };
      return answer.token;
    },
    async run(command, input, event = slug) {
      const answer = (await first.post(`/events/${event}/commands`, { command, input })) as { data: never };
      return answer.data;
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

async function startNodes(
  engine: Engine,
  settings: Record<string, string>,
  starting: AsyncDisposableStack,
): Promise<Show['nodes']> {
  if (engine === 'embedded') {
    const product = starting.use(await startProduct(settings));
    return [product, product];
  }
  const redis = starting.use(await startRedis());
  const shared = { ...settings, XINLI_STORE: 'redis', REDIS_URL: redis.url };
  return [starting.use(await startProduct(shared)), starting.use(await startProduct(shared))];
}
