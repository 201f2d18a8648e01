import { WebSocket } from 'ws';

/**
 * A viewer made of a raw WebSocket that speaks just enough Engine.IO 4 and Socket.IO 5: it joins, answers pings,
 * sends commands and hands frames on as text. Cheap, so that the audience is not what is measured.
 */
export type RawViewer = {
  readonly isOpen: boolean;
  /** From the welcome: send it to be the same viewer again. */
  readonly token: string;
  send(command: string, input: object): Promise<Answer>;
  close(): void;
};

export type Answer = { ok: boolean; data?: Record<string, unknown>; error?: { code: string } };

type Options = {
  port: number;
  event: string;
  token?: string;
  onFrame?: (text: string) => void;
  onSnapshot?: (text: string) => void;
  onClose?: () => void;
};

/** Resolves when the snapshot is here. */
export function joinRaw({ port, event, token, onFrame, onSnapshot, onClose }: Options): Promise<RawViewer> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
  });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let nextAck = 0;
  let welcome = { token: '' };

  const viewer: RawViewer = {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    get token() {
      return welcome.token;
    },
    send(command, input) {
      const id = nextAck;
      nextAck += 1;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.send(`42${id}${JSON.stringify([command, input])}`);
      });
    },
    close: () => socket.terminate(),
  };

  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code, reason) => {
      const lost = new Error(`the connection closed: ${code} ${reason.toString()}`);
      reject(lost);
      for (const { reject: refuse } of waiting.values()) refuse(lost);
      waiting.clear();
      onClose?.();
    });
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === '2') socket.send('3');
      else if (text.startsWith('0'))
        socket.send(`40${JSON.stringify(token === undefined ? { event } : { event, token })}`);
      else if (text.startsWith('44')) reject(new Error(text));
      else if (text.startsWith('43')) {
        const end = text.indexOf('[');
        const id = Number(text.slice(2, end));
        waiting.get(id)?.resolve((JSON.parse(text.slice(end)) as [Answer])[0]);
        waiting.delete(id);
      } else if (text.startsWith('42["frame"')) onFrame?.(text);
      else if (text.startsWith('42["welcome"'))
        welcome = (JSON.parse(text.slice(2)) as [string, { token: string }])[1];
      else if (text.startsWith('42["snapshot"')) {
        onSnapshot?.(text);
        resolve(viewer);
      }
    });
  });
}

/** Joins many, some at a time. */
export async function joinMany<T>(
  count: number,
  join: (index: number) => Promise<T>,
  atOnce = 50,
): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const slice = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => join(from + index));
    all.push(...(await Promise.all(slice)));
  }
  return all;
}
