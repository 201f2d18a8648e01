import { nanoid } from 'nanoid';
import type { ContestantId, JudgeId } from '#shared/model/ids.ts';
import { openOutbox } from '../../judge/outbox/outbox.ts';
import { memoryShelf } from '../../judge/outbox/shelf.ts';
import type { Item } from '../../judge/outbox/item.ts';
import { createClient } from '../../sdk/index.ts';
import { eventually } from '../harness/eventually.ts';
import type { Line } from '../harness/line.ts';
import { type OpenRound, points, type Speech } from './speech.ts';

/** A judge's device without its page: the page's own client and outbox, behind a line of its own. */
export type SocketJudge = {
  judgeId: JudgeId;
  /** Tries a figure, thinks better of it, and signs another. */
  score(round: OpenRound, entryId: ContestantId, thousandths: number): void;
  /** Everything has been acknowledged, and nothing waits for a decision. */
  settled(): Promise<void>;
  /** The page is gone and comes back with what its shelf holds. */
  reload(): Promise<void>;
  close(): void;
};

export async function seatJudge(speech: Speech, judgeId: JudgeId, line: Line): Promise<SocketJudge> {
  const head = speech.judges[0]?.id === judgeId;
  const token = await speech.token(head ? 'headJudge' : 'judge', judgeId);
  const shelf = new Map<string, Item>();
  const open = async () => {
    const client = createClient({ event: speech.slug, server: line.url, token });
    const times = { restMs: 20, retryMs: 100 };
    return {
      client,
      outbox: await openOutbox({ client, shelf: memoryShelf(shelf), newId: nanoid, ...times }),
    };
  };
  let device = await open();
  const close = (): void => {
    device.outbox.close();
    device.client.destroy();
  };
  return {
    judgeId,
    score({ id, ruleHash }, entryId, thousandths) {
      const key = { roundId: id, entryId, judgeId };
      device.outbox.write(key, ruleHash, points(thousandths - 500));
      device.outbox.sign(key, ruleHash, points(thousandths));
    },
    settled: () => eventually(() => Object.values(device.outbox.getSnapshot().items)).toEqual([]),
    async reload() {
      await new Promise(setImmediate); // no hand is quicker than the shelf
      close();
      device = await open();
    },
    close,
  };
}
