import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import sirv from 'sirv';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SentFrame } from '#shared/protocol/updates.ts';
import { dictionaryOf } from '#shared/rules/deflated.ts';
import { foldFrame } from '#shared/rules/fold.ts';
import { unpackFrame } from '#shared/rules/frames.ts';
import type { Recording } from './recording.ts';

const built = fileURLToPath(new URL('../../../dist/client/', import.meta.url));
const PAGES: Record<string, string> = { e: 'viewer', stage: 'stage' };

/** A server that says to every page what was said to one viewer, again and again, `speed` times as fast. */
export type Replay = {
  url: string;
  /** Comments sent to the page that came last. */
  sent(): number;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function startReplay(recording: Recording, speed = 1): Promise<Replay> {
  const assets = sirv(built, { gzip: true });
  const pages = new Map(
    await Promise.all(
      Object.entries(PAGES).map(
        async ([path, page]) => [path, await readFile(`${built}${page}/index.html`)] as const,
      ),
    ),
  );
  const http = createServer((request, response) => {
    const page = pages.get(request.url?.split('/')[1] ?? '');
    if (page === undefined) return assets(request, response, () => void response.writeHead(404).end());
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
  });
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  let sent = 0;
  sockets.on('connection', (socket) => {
    sent = 0;
    greet(socket, recording, () => {
      replay(socket, recording, speed, (count) => (sent += count));
    });
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    sent: () => sent,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => void http.close(resolve));
    },
  };
}

/** As much of Engine.IO and Socket.IO as a page needs to join. */
function greet(socket: WebSocket, { welcome, snapshot }: Recording, onJoined: () => void): void {
  const say = (name: string, payload: object): void => socket.send(`42${JSON.stringify([name, payload])}`);
  socket.send('0{"sid":"replay","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":16384}');
  const pings = setInterval(() => socket.send('2'), 25_000);
  socket.on('close', () => clearInterval(pings));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    const ack = /^42(\d+)\[/.exec(text)?.[1];
    if (ack !== undefined) socket.send(`43${ack}[{"ok":true,"data":{}}]`);
    if (!text.startsWith('40')) return;
    socket.send('40{"sid":"replay"}');
    say('welcome', { ...welcome, serverTime: Date.now() });
    say('snapshot', snapshot);
    onJoined();
  });
}

function replay(
  socket: WebSocket,
  { snapshot, frames, seconds }: Recording,
  speed: number,
  onSent: (comments: number) => void,
): void {
  const startedAt = performance.now();
  const { epoch } = snapshot;
  let { revision, state } = snapshot;
  let next = 0;
  const step = (): void => {
    if (socket.readyState !== socket.OPEN) return;
    for (;;) {
      const round = Math.floor(next / frames.length);
      const recorded = frames[next % frames.length];
      if (recorded === undefined) return;
      const dueMs = (round * seconds * 1_000 + recorded.afterMs) / speed;
      const waitMs = dueMs - (performance.now() - startedAt);
      if (waitMs > 0) return void setTimeout(step, waitMs);
      const facts = recorded.frame.facts.map((fact) => ({ ...fact, revision: (revision += 1) }));
      const frame: SentFrame = {
        ...recorded.frame,
        t: Date.now(),
        epoch,
        revision,
        facts,
        comments: recorded.frame.comments.map((comment) => ({
          ...comment,
          id: `${comment.id}-${round}` as never,
        })),
      };
      // Deflated, as the server does it for an audience.
      socket.send('451-["frame",{"_placeholder":true,"num":0}]');
      socket.send(deflateSync(JSON.stringify(frame), { dictionary: dictionaryOf(state) }));
      state = foldFrame(state, unpackFrame(frame));
      onSent(frame.comments.length);
      next += 1;
    }
  };
  step();
}
