import type { EventSlug } from '#shared/model/ids.ts';
import type { Bus, BusMessage } from '../store.ts';
import type { Clients } from './connect.ts';
import { storeError } from './failure.ts';
import type { Keys } from './keys.ts';

type Listener = (message: BusMessage) => void;
/** A channel this node listens to; `ready` settles when Redis has confirmed it. */
type Channel = { listeners: Set<Listener>; ready: Promise<unknown> };

/** One sharded channel per event, so that in a cluster only the event's own node carries it. The subscriber finds its channels again by itself after a lost connection. */
export function createBus({ write, subscriber }: Clients, keysOf: Keys): Bus {
  const channels = new Map<string, Channel>();

  subscriber.on('smessage', (name: string, text: string) => {
    const channel = channels.get(name);
    if (!channel) return;
    const message = JSON.parse(text) as BusMessage;
    for (const listener of channel.listeners) deliver(listener, message);
  });

  function leave(name: string, channel: Channel, listener: Listener): void {
    channel.listeners.delete(listener);
    if (channel.listeners.size > 0 || channels.get(name) !== channel) return;
    channels.delete(name);
    subscriber.sunsubscribe(name).catch(() => {
      // The connection is gone for good, and the subscription with it.
    });
  }

  function join(name: string): Channel {
    const channel = channels.get(name) ?? { listeners: new Set(), ready: subscriber.ssubscribe(name) };
    channels.set(name, channel);
    return channel;
  }

  return {
    publish(slug, message) {
      write.spublish(keysOf(slug).channel, JSON.stringify(message)).catch(() => {
        // The bus may lose messages; whoever misses a fact reads it from the log.
      });
    },

    async subscribe(slug: EventSlug, heard: Listener) {
      const name = keysOf(slug).channel;
      const channel = join(name);
      // Its own function, so that the same one given twice is two listeners.
      const listener: Listener = (message) => heard(message);
      channel.listeners.add(listener);
      const stop = (): void => leave(name, channel, listener);
      try {
        await channel.ready;
        return stop;
      } catch (error) {
        stop();
        throw storeError(error);
      }
    },
  };
}

function deliver(listener: Listener, message: BusMessage): void {
  try {
    listener(message);
  } catch (error) {
    // One listener's fault is not the others'.
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
