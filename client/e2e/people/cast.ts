import type { Browser } from 'playwright-core';
import { type Engine, type Show, startShow } from '../harness/show.ts';
import { openHost } from './host.ts';
import { openPhone, type Phone } from './phone.ts';
import { openStage, type Stage } from './stage.ts';

/** A show with everybody in it. On two nodes the phones are on different ones, and so are host and stage. */
export type Cast = {
  show: Show;
  host: Awaited<ReturnType<typeof openHost>>;
  stage: Stage;
  nan: Phone;
  bo: Phone;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function gather(browser: Browser, engine: Engine): Promise<Cast> {
  await using gathering = new AsyncDisposableStack();
  const show = gathering.use(await startShow(engine));
  const [host, stage, nan, bo] = await Promise.all([
    openHost(browser, show, { node: 0 }),
    openStage(browser, show, { node: 1 }),
    openPhone(browser, show, { node: 0, name: '阿南' }),
    openPhone(browser, show, { node: 1, name: '小波' }),
  ]);
  for (const someone of [host, stage, nan, bo]) gathering.use(someone);
  const gathered = gathering.move();
  return { show, host, stage, nan, bo, [Symbol.asyncDispose]: () => gathered.disposeAsync() };
}
