import { setTimeout as sleep } from 'node:timers/promises';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { startAudience } from './audience/audience.ts';
import { showAll } from './delivery.ts';
import { joinAll } from './lib/fan-out.ts';
import { ratesOr, viewersOr } from './lib/options.ts';
import { print, round } from './lib/report.ts';
import { startServer } from './lib/server.ts';

const FRAMES = 20;
const REPEATS = 200;
const COMMAND = '420["comment:post",{"commandId":"b1-1","text":"今晚真精彩，继续加油！"}]';

/** P12, weighed: what compressing each beat once would save, and what it would cost on the way in. */
export async function bytes(): Promise<void> {
  for (const perSecond of ratesOr([40, 200])) {
    await using server = await startServer();
    await showAll(server);
    await using audience = startAudience(server);
    await joinAll(audience, viewersOr(1_000));
    await audience.talk({ kind: 'comment' }, perSecond);
    await sleep(2_000);
    const frames: Buffer[] = [];
    while (frames.length < FRAMES) {
      await sleep(300);
      frames.push(Buffer.from((await audience.report()).last));
    }
    const deflated = frames.map(deflate);
    const sum = (all: readonly Buffer[]): number => all.reduce((total, { length }) => total + length, 0);
    const command = deflate(Buffer.from(COMMAND));
    print({
      suite: 'bytes',
      subject: 'xinli',
      saidPerSecond: perSecond,
      bytesPerFrame: Math.round(sum(frames) / FRAMES),
      deflatedBytesPerFrame: Math.round(sum(deflated) / FRAMES),
      ratio: round(sum(frames) / sum(deflated), 2),
      cpuMicrosPerBeat: microsOf((turn) => deflate(frames[turn % FRAMES] as Buffer)),
      cpuMicrosPerCommandIn: microsOf(() => inflateRawSync(command, { finishFlush: constants.Z_SYNC_FLUSH })),
    });
  }
}

const deflate = (text: Buffer): Buffer =>
  deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);

function microsOf(work: (turn: number) => void): number {
  const before = process.cpuUsage();
  for (let turn = 0; turn < REPEATS; turn += 1) work(turn);
  const { user, system } = process.cpuUsage(before);
  return round((user + system) / REPEATS);
}
