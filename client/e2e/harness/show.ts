import type { RawInput, CommandName, Output } from '#shared/protocol/commands.ts';
import { startRedis } from '../../../server/test/redis.ts';
import { type Product, startProduct } from './product.ts';

export const ENGINES = ['embedded', 'two nodes over Redis'] as const;
export type Engine = (typeof ENGINES)[number];

/** The demo event, live on one process or on two nodes that share a Redis. */
export type Show = {
  slug: string;
  /** Where the product is reached; on one process both are the same. */
  nodes: readonly [Product, Product];
  /** A key for somebody who runs the event. */
  token(role: 'host' | 'moderator', name?: string): Promise<string>;
  /** A command of the administrator; throws when it is refused. */
  run<N extends CommandName>(command: N, input: RawInput<N>, slug?: string): Promise<Output<N>>;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function startShow(engine: Engine = 'embedded', slug = 'demo'): Promise<Show> {
  await using opening = new AsyncDisposableStack();
  const nodes = await startNodes(engine, opening);
  const [first] = nodes;
  const opened = opening.move();
  return {
    slug,
    nodes,
    async token(role, name = '林主持') {
      const answer = await first.post(`/events/${slug}/tokens`, { role, name });
      return (answer as { token: string }).token;
    },
    async run(command, input, event = slug) {
      const ack = await first.post(`/events/${event}/commands`, { command, input });
      return (ack as { data: never }).data;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function startNodes(engine: Engine, opening: AsyncDisposableStack): Promise<Show['nodes']> {
  if (engine === 'embedded') {
    const product = opening.use(await startProduct());
    return [product, product];
  }
  const redis = opening.use(await startRedis());
  const settings = { XINLI_STORE: 'redis', REDIS_URL: redis.url };
  return [opening.use(await startProduct(settings)), opening.use(await startProduct(settings))];
}

