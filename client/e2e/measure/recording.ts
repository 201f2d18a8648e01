import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import type { SentFrame, Snapshot, Welcome } from '#shared/protocol/updates.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { startShow } from '../harness/show.ts';
import { gatherCrowd } from '../people/crowd.ts';
import { ROOMS } from '../people/room.ts';

/** What one viewer of a flood was sent, in order and in time. */
export type Recording = {
  welcome: Welcome;
  snapshot: Snapshot;
  frames: readonly { afterMs: number; frame: SentFrame }[];
  seconds: number;
};

const kept = fileURLToPath(
  new URL(`../../../node_modules/.cache/xinli/flood-${PROTOCOL_VERSION}.json`, import.meta.url),
);

/** A crowd of this size, each with a comment every so many seconds: twice what a viewer is shown. */
const POSTERS = 600;
const EACH_MS = 10_000;
const SECONDS = 60;

/** The last recording of the product, or a new one. */
export async function recordedFlood(): Promise<Recording> {
  try {
    return JSON.parse(await readFile(kept, 'utf8')) as Recording;
  } catch {
    // None yet.
    const recording = await recordFlood();
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(kept, JSON.stringify(recording));
    return recording;
  }
}

/** 60 comments a second on the product as it is, heard by one viewer for a minute. */
async function recordFlood(): Promise<Recording> {
  await using show = await startShow();
  const [{ url }] = show.nodes;
  await show.run('stage:take', { scene: 'wall' });
  await using crowd = await gatherCrowd(url, show.slug, POSTERS);
  const { lines, names } = ROOMS['zh-CN'];
  const slices = 50;
  const post = async (tick: number): Promise<void> => {
    const slice = tick % slices;
    await crowd.all(
      'comment:post',
      (index) => ({
        text: lines[(index + tick) % lines.length] ?? '加油',
        nickname: names[index % names.length] ?? '观众',
      }),
      (index) => index % slices === slice,
    );
  };
  const posting = { isOn: true };
  const flood = (async () => {
    for (let tick = 0; posting.isOn; tick += 1) {
      const next = new Promise((resolve) => void setTimeout(resolve, EACH_MS / slices));
      await Promise.all([post(tick), next]);
    }
  })();
  const recording = await listen(url, show.slug, SECONDS);
  posting.isOn = false;
  await flood;
  return recording;
}

function listen(url: string, event: string, seconds: number): Promise<Recording> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  const frames: { afterMs: number; frame: SentFrame }[] = [];
  let welcome: Welcome;
  let snapshot: Snapshot;
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === '2') socket.send('3');
      if (text.startsWith('0')) socket.send(`40${JSON.stringify({ event })}`);
      if (!text.startsWith('42')) return;
      const [name, payload] = JSON.parse(text.slice(2)) as [string, never];
      if (name === 'welcome') welcome = payload;
      if (name === 'snapshot') {
        snapshot = payload;
        const startedAt = performance.now();
        socket.on('message', (later: Buffer) => {
          const said = later.toString();
          if (!said.startsWith('42["frame"')) return;
          const [, frame] = JSON.parse(said.slice(2)) as [string, SentFrame];
          frames.push({ afterMs: performance.now() - startedAt, frame });
        });
        setTimeout(() => {
          socket.terminate();
          resolve({ welcome, snapshot, frames, seconds });
        }, seconds * 1_000);
      }
    });
  });
}
