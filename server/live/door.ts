import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import * as parser from 'socket.io-parser';
import { WebSocketServer, type ServerOptions as WsOptions } from 'ws';
import { LIMITS } from '#shared/limits.ts';
import type { ClientToServer, ServerToClient } from '#shared/protocol/socket.ts';
import type { Actor, Audience } from '#shared/model/actor.ts';
import type { Welcome } from '#shared/protocol/updates.ts';
import type { LiveEvent } from './live-event.ts';
import { gatherWrites, WholeFrameWebSocket } from './whole-frames.ts';

/** What the gateway knows of a connection once its handshake was accepted. */
export type ConnectionData = {
  actor: Actor;
  audience: Audience;
  event: LiveEvent;
  /** Until it has been said. */
  welcome: Welcome | null;
};

export type SocketServer = Server<ClientToServer, ServerToClient, Record<string, never>, ConnectionData>;

/** Engine.IO brings an older ws; this one has limits on fragments and unread pongs, and they are set. */
class HardenedWebSocketServer extends WebSocketServer {
  constructor(options: WsOptions = {}) {
    const limits = {
      perMessageDeflate: false,
      maxPayload: LIMITS.messageBytes,
      maxFragments: 16,
      maxBufferedChunks: 256,
      maxPendingAutoPongs: 16, // in ws 8.23; its types lag behind
      skipUTF8Validation: false,
      WebSocket: WholeFrameWebSocket,
    };
    super({ ...options, ...limits });
  }
}

/** A binary frame is never part of the protocol: no attachment is decoded. */
class TextDecoder extends parser.Decoder {
  constructor() {
    super({ maxAttachments: 0 });
  }
}

/** Every setting that keeps the door narrow; door.test.ts reads them back. */
export const doorOptions: Partial<ServerOptions> = {
  transports: ['websocket'],
  allowUpgrades: false,
  allowEIO3: false,
  wsEngine: HardenedWebSocketServer,
  maxHttpBufferSize: LIMITS.messageBytes,
  perMessageDeflate: false,
  httpCompression: false,
  pingInterval: 25_000,
  pingTimeout: 20_000,
  connectTimeout: 10_000,
  upgradeTimeout: 5_000,
  serveClient: false,
  cookie: false,
  cleanupEmptyChildNamespaces: true,
  parser: { Encoder: parser.Encoder, Decoder: TextDecoder },
};

/** Messages one connection may send, whatever they are: counted before anything reads them. */
const FRAMES = { perSecond: 20, burst: 40 };
const BYTES = { perSecond: 32_768, burst: 131_072 };

/** `admits` sees every request, also those that name a session: a stolen session id is worth nothing here. */
export function openDoor(http: HttpServer, admits: (request: IncomingMessage) => boolean): SocketServer {
  const io: SocketServer = new Server(http, doorOptions);
  io.engine.use((request: Asked, _response: unknown, next: (error?: Error) => void) => {
    const { sid, EIO } = request._query; // another protocol would be refused only after the upgrade
    if (sid !== undefined || EIO !== '4' || !admits(request)) next(new Error('refused'));
    else next();
  });
  // Accepted: the upgrade and Engine.IO's first packet. What is refused closes at once, and nothing is held back.
  io.engine.on('initial_headers', (_headers: unknown, request: IncomingMessage) =>
    gatherWrites(request.socket),
  );
  io.engine.on('connection', (raw: RawConnection) => {
    const frames = createAllowance(FRAMES);
    const bytes = createAllowance(BYTES);
    raw.on('packet', (packet) => {
      const now = performance.now();
      if (!frames(1, now) || !bytes(packet.data?.length ?? 1, now)) raw.close();
    });
  });
  return io;
}

/** What a frame in a sandbox shows instead of an origin. */
export function ticketIn(request: IncomingMessage): string {
  const ticket: unknown = (request as Partial<Asked>)._query?.['ticket']; // twice in an address, it is a list
  return typeof ticket === 'string' ? ticket : '';
}

type Asked = IncomingMessage & { _query: Record<string, string> };

type RawConnection = {
  on(name: 'packet', listener: (packet: { data?: string }) => void): void;
  close(): void;
};

/** A token bucket for one connection. */
function createAllowance({
  perSecond,
  burst,
}: {
  perSecond: number;
  burst: number;
}): (amount: number, now: number) => boolean {
  let left = burst;
  let at = performance.now();
  return (amount, now) => {
    left = Math.min(burst, left + ((now - at) * perSecond) / 1000) - amount;
    at = now;
    return left >= 0;
  };
}
