import type { FromWorker, ToWorker } from './messages.ts';
import { mergeMetrics } from './merge-metrics.ts';

/** What one of several workers on a machine knows of the others. */
export type Siblings = {
  /** From 1. */
  readonly number: number;
  /** Says how to have this worker's metrics; returns how to have everyone's, in one text. */
  share(own: () => Promise<string>): () => Promise<string>;
};

export type WorkerChannel = Siblings & { ready(port: number): void };

/** The worker's end of the channel. `onOrphaned` is called when the supervisor is gone. */
export function openWorkerChannel(number: number, onOrphaned: () => void): WorkerChannel {
  const waiting = new Map<number, (texts: string[]) => void>();
  let asked = 0;
  let tell: () => Promise<string> = async () => '';
  // To a supervisor that is gone nothing is said: `disconnect` tells what to do.
  const say = (message: FromWorker): void => void process.send?.(message, undefined, {}, () => undefined);

  process.on('message', (message: ToWorker) => {
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.texts);
      waiting.delete(message.id);
    } else {
      const { id } = message;
      tell().then(
        (text) => say({ kind: 'tell', id, text }),
        () => say({ kind: 'tell', id, text: '' }),
      );
    }
  });
  process.on('disconnect', onOrphaned);

  return {
    number,
    ready: (port) => say({ kind: 'ready', port }),
    share(own) {
      tell = own;
      return async () => {
        if (!process.connected) return own();
        asked += 1;
        const id = asked;
        const texts = await new Promise<string[]>((resolve) => {
          waiting.set(id, resolve);
          say({ kind: 'ask', id });
        });
        return mergeMetrics(texts);
      };
    },
  };
}
