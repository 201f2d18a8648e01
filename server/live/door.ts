import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Socket as NetSocket } from 'node:net';
import { nanoid } from 'nanoid';
import { Server } from 'socket.io';
import { LIMITS } from '#shared/limits.ts';
import type { ClientToServer, ServerToClient } from '#shared/protocol/socket.ts';
import { Connection, type House, type Seat } from './connection.ts';
import { HEARTBEAT, startHeartbeat, TURN_MS } from './heartbeat.ts';
import { ENGINE_PATH, leaveToOthers, REFUSAL, refuseUpgrade, switchingTo, ticketIn } from './upgrade.ts';
import { textFrame } from './whole-frames.ts';

export type SocketServer = Server<ClientToServer, ServerToClient>;

/** How long somebody who is connected may take to say who they are. */
export const DOOR = { handshakeMs: 10_000 };

/** Who answers what connections say; the rest of a house is the door's own affair. */
export type Guests = Pick<House, 'knock' | 'hear' | 'leave'>;

export type Door = {
  /** Socket.IO's namespace and its adapter: how an actor is reached, whatever node they are connected to. */
  readonly io: SocketServer;
  /** Everyone connected here, with a seat or without. */
  readonly connections: ReadonlySet<Connection>;
  open(guests: Guests): void;
  /** From now on the namespace reaches it under the name of this room. */
  enter(connection: Connection, room: string): void;
  /** The connection that has been in a room for longest, when there are more than so many. */
  oldestBeyond(room: string, most: number): Connection | undefined;
  /** Lets everyone go; who does not is cut after `lastWordsMs`. */
  close(lastWordsMs: number): Promise<void>;
};

type Parts = {
  http: HttpServer;
  /** Sees every request before it is answered. */
  admits(request: IncomingMessage, ticket: string): boolean;
  addressOf(request: IncomingMessage): string;
};

/** Engine.IO's first packet: no other transport to go on to, when it asks, and how long a message may be. */
const opening = (id: string): string =>
  JSON.stringify({
    sid: id,
    upgrades: [],
    pingInterval: HEARTBEAT.pingIntervalMs,
    pingTimeout: HEARTBEAT.pingTimeoutMs,
    maxPayload: LIMITS.messageBytes,
  });

/**
 * The one way in for clients: a WebSocket that speaks Engine.IO 4 and Socket.IO 5, as their own client does. There is no
 * long-polling, no upgrade from it, no session to come back to, no compression of WebSocket's own, and no binary packet from a
 * client.
 */
export function openDoor({ http, admits, addressOf }: Parts): Door {
  const io: SocketServer = new Server();
  const { sockets } = io.sockets;
  const connections = new Set<Connection>();
  /**
   * Those who have not said who they are, since which turn of the heartbeat: a process that is so busy that it does not
   * get round to reading has fewer turns, and cuts nobody for it.
   */
  const waiting = new Map<Connection, number>();
  const heartbeat = startHeartbeat(cutTheSilent);
  let now = 0;
  let guests: Guests | null = null;

  const house: House = {
    knock: (connection, auth) => guests?.knock(connection, auth),
    hear: (connection, name, args, ack) => guests?.hear(connection, name, args, ack),
    leave(connection, seat: Seat) {
      if (sockets.delete(connection.id)) io.sockets.adapter.delAll(connection.id);
      guests?.leave(connection, seat);
    },
    await(connection) {
      waiting.delete(connection); // the oldest come first
      waiting.set(connection, now);
    },
    forget(connection) {
      heartbeat.remove(connection);
      waiting.delete(connection);
      connections.delete(connection);
    },
  };

  function cutTheSilent(turn: number): void {
    now = turn;
    for (const [connection, since] of waiting) {
      if ((turn - since - 1) * TURN_MS < DOOR.handshakeMs) return;
      waiting.delete(connection);
      if (connection.seat === null) connection.close();
    }
  }

  http.on('upgrade', (request, socket: NetSocket, head) => {
    const url = request.url ?? '';
    if (!url.startsWith(ENGINE_PATH)) return leaveToOthers(socket);
    const ticket = ticketIn(url);
    const answer = ticket !== null && admits(request, ticket) ? switchingTo(request) : null;
    if (answer === null) return refuseUpgrade(socket);
    const id = nanoid(20);
    const connection = new Connection(socket, id, addressOf(request), house);
    connections.add(connection);
    heartbeat.add(connection);
    house.await(connection);
    connection.put(Buffer.concat([Buffer.from(answer), textFrame(`0${opening(id)}`)]));
    if (head.length > 0) connection.receive(head);
  });

  return {
    io,
    connections,
    open: (those) => void (guests = those),
    enter(connection, room) {
      sockets.set(connection.id, connection as never);
      void io.sockets.adapter.addAll(connection.id, new Set([room]));
    },
    oldestBeyond(room, most) {
      const here = io.sockets.adapter.rooms.get(room);
      if (here === undefined || here.size <= most) return undefined;
      const [oldest = ''] = here;
      return sockets.get(oldest) as unknown as Connection | undefined;
    },
    async close(lastWordsMs) {
      heartbeat.stop();
      for (const connection of connections) connection.close();
      await io.sockets.adapter.close();
      const cut = setTimeout(() => {
        http.closeAllConnections();
        for (const connection of connections) connection.terminate();
      }, lastWordsMs);
      await new Promise<void>((resolve) => void http.close(() => resolve()));
      clearTimeout(cut);
    },
  };
}

/** Engine.IO over plain HTTP is not spoken here. */
export function refusePolling(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(REFUSAL));
}
