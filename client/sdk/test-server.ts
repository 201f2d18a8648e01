import { Server, type Socket } from 'socket.io';
import type { Comment } from '#shared/model/comment.ts';
import type { CommandName } from '#shared/protocol/commands.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import type { ClientToServer, Handshake, ServerToClient } from '#shared/protocol/socket.ts';
import type { Fact, Frame, Snapshot, Welcome } from '#shared/protocol/updates.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import { blankState } from '#shared/rules/fold.ts';
import { packFrame } from '#shared/rules/frames.ts';

/** A server that says exactly what a test tells it to, over a real socket. */
export function startTestServer() {
  const io = new Server<ClientToServer, ServerToClient>(0, { transports: ['websocket'] });
  const handshakes: Handshake[] = [];
  const received: { name: string; input: Record<string, unknown> }[] = [];
  let refuse: (handshake: Handshake) => Refusal | null = () => null;
  let answer: (name: CommandName, input: Record<string, unknown>) => object | null = () => null;
  let position = { epoch: 'e1', revision: 0 };

  io.use((socket, next) => {
    const handshake = socket.handshake.auth as Handshake;
    handshakes.push(handshake);
    const refusal = refuse(handshake);
    next(refusal ? Object.assign(new Error(refusal.code), { data: refusal }) : undefined);
  });
  io.on('connection', (socket) => {
    socket.onAny((name: CommandName, input: Record<string, unknown>, ack: (answer: object) => void) => {
      received.push({ name, input });
      const given = answer(name, input);
      if (given) ack(given);
    });
    socket.emit('welcome', welcome);
    socket.emit('snapshot', { ...position, state: blankState });
  });

  const sockets = (): Socket<ClientToServer, ServerToClient>[] => [...io.of('/').sockets.values()];
  return {
    url: `http://127.0.0.1:${portOf(io)}`,
    handshakes,
    received,
    sockets,
    refuseWith(rule: typeof refuse): void {
      refuse = rule;
    },
    answerWith(rule: typeof answer): void {
      answer = rule;
    },
    snapshot(snapshot: Omit<Snapshot, 'state'> & { state?: Snapshot['state'] }): void {
      position = { epoch: snapshot.epoch, revision: snapshot.revision };
      io.emit('snapshot', { state: blankState, ...snapshot });
    },
    /** The next frame in order, unless a test overrides its numbering. */
    frame(facts: Fact[], comments: Comment[] = [], override: Partial<Frame> = {}): void {
      const numbered = facts.map((fact, index) => ({
        ...fact,
        at: 1,
        revision: position.revision + 1 + index,
      }));
      position = { ...position, revision: position.revision + facts.length };
      io.emit('frame', packFrame({ t: 1, ...position, facts: numbered, comments, gauges: {}, ...override }));
    },
    emit: io.emit.bind(io),
    cut(): void {
      for (const socket of sockets()) socket.conn.close();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await io.close();
    },
  };
}

function portOf(io: Server): number {
  const address = io.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

export const welcome = {
  protocol: PROTOCOL_VERSION,
  you: { id: 'v1', role: 'viewer', name: '观众1', number: 1, ballots: {}, mutedUntil: null },
  token: 'token-1',
  serverTime: Date.now() + 60_000,
} as unknown as Welcome;

export const comment = (id: string, text = id, authorId = 'v2'): Comment =>
  ({ id, text, at: 1, author: { id: authorId, name: authorId, role: 'viewer' } }) as Comment;
