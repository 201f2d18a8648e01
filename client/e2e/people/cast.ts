import type { Browser } from 'playwright-core';
import { type Engine, type Show, startShow } from '../harness/show.ts';
import { type Host, openHost } from './host.ts';
import { openPhone, type Phone } from './phone.ts';
import { openStage, type Stage } from './stage.ts';

/** A show with everybody in it. On two nodes the phones are on different ones, and so are host and stage. */
export type Cast = {
  host: Host;
  stage: Stage;
  nan: Phone;
  bo: Phone;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function gather(browser: Browser, engine: Engine): Promise<Cast> {
  await using gathering = new AsyncDisposableStack();
  const show: Show = gathering.use(await startShow(engine));
  const host = gathering.use(await openHost(browser, show, 0));
  const stage = gathering.use(await openStage(browser, show, 1));
  const nan = gathering.use(await openPhone(browser, show, { node: 0, name: '阿南' }));
  const bo = gathering.use(await openPhone(browser, show, { node: 1, name: '小波' }));
  const gathered = gathering.move();
  return { host, stage, nan, bo, [Symbol.asyncDispose]: () => gathered.disposeAsync() };
}
