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
  const people = [
    openHost(browser, show, 0),
    openStage(browser, show, 1),
    openPhone(browser, show, { node: 0, name: '阿南' }),
    openPhone(browser, show, { node: 1, name: '小波' }),
  ] as const;
  for (const arrival of await Promise.allSettled(people))
    if (arrival.status === 'fulfilled') gathering.use(arrival.value);
  const [host, stage, nan, bo] = await Promise.all(people);
  const gathered = gathering.move();
  return { host, stage, nan, bo, [Symbol.asyncDispose]: () => gathered.disposeAsync() };
}
