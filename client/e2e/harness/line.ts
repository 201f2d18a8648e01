import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One person's own line to the servers: it may be cut and mended, and leads to whichever server still answers. */
export type Line = {
  url: string;
  /** Nothing passes from now on, and what was under way is lost. */
  cut(): void;
  mend(): void;
  /** Whether a proxy stands in the way that knows no WebSockets: pages load, and nothing live comes through. */
  refuseSockets(isRefused: boolean): void;
  [Symbol.asyncDispose](): Promise<void>;
};

const UPGRADE = /\r\nupgrade: websocket/i;
const NO_UPGRADE = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

export async function openLine(servers: readonly { url: string }[], first = 0): Promise<Line> {
  const ports = servers.map(({ url }) => Number(new URL(url).port));
  const wires = new Set<Socket>();
  let isCut = false;
  let isRefusing = false;

  function drop(): void {
    for (const wire of wires) wire.destroy();
    wires.clear();
  }

  function join(near: Socket, attempt: number): void {
    const port = ports[(first + attempt) % ports.length];
    if (port === undefined || attempt === ports.length) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    far.once('error', () => join(near, attempt + 1));
    far.once('connect', () => {
      far.removeAllListeners('error');
      if (isCut || near.destroyed) return void [near, far].map((wire) => wire.destroy());
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        wires.add(one);
        one.on('error', () => undefined); // cut: both ends hear of it by `close`
        one.on('close', () => {
          wires.delete(one);
          other.destroy();
        });
      }
      near.once('data', (request: Buffer) => {
        if (isRefusing && UPGRADE.test(request.toString('latin1'))) return void near.end(NO_UPGRADE);
        far.write(request);
        near.pipe(far);
      });
      far.pipe(near);
    });
  }

  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (isCut) near.destroy();
    else join(near, 0);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    refuseSockets(isRefused) {
      isRefusing = isRefused;
      if (isRefused) drop();
    },
    async [Symbol.asyncDispose]() {
      isCut = true;
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
