import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One person's own line to the servers: it may be cut and mended, and leads to whichever server still answers. */
export type Line = {
  url: string;
  /** Nothing passes from now on, and what was under way is lost. */
  cut(): void;
  mend(): void;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function openLine(servers: readonly { url: string }[], first = 0): Promise<Line> {
  const ports = servers.map(({ url }) => Number(new URL(url).port));
  const wires = new Set<Socket>();
  let isCut = false;

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
        one.pipe(other);
      }
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
    async [Symbol.asyncDispose]() {
      isCut = true;
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
