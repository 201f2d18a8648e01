import type { Socket } from 'node:net';
import { Decoder, type Packet, PacketType } from 'socket.io-parser';
import type { Actor, Audience } from '#shared/model/actor.ts';
import type { Provenance } from '../lib/provenance.ts';
import { answerSoon } from './answers.ts';
import { readCommand } from './inbound.ts';
import type { LiveEvent } from './live-event.ts';
import { Reader } from './reader.ts';
import { textFrame } from './whole-frames.ts';

/** What the gateway knows of a connection once its handshake was accepted. */
export type Seat = { actor: Actor; audience: Audience; event: LiveEvent; provenance: Provenance };

/** Who answers what connections say. */
export type House = {
  /** The handshake: sooner or later `accept` or `refuse`. */
  knock(connection: Connection, auth: unknown): void;
  /** An event, `[name, ...args]`, and the number of the ack it wants, if it wants one. */
  hear(connection: Connection, name: unknown, args: unknown[], ack: number | undefined): void;
  /** It had a seat, and is gone. */
  leave(connection: Connection, seat: Seat): void;
  /** It has no seat any more, or none yet: it is not waited for without end. */
  await(connection: Connection): void;
  forget(connection: Connection): void;
};

/** Messages one connection may send, whatever they are: counted before anything reads them. */
const FRAMES = { perSecond: 20, burst: 40 };
const BYTES = { perSecond: 32_768, burst: 131_072 };

const PING = textFrame('2');
const LEAVE = textFrame('41');

/**
 * One client: Engine.IO 4 and Socket.IO 5 as they are spoken over a WebSocket, where a packet is a text that begins with
 * its types. Socket.IO itself keeps a dozen objects, two timers and some twenty closures for each connection; this keeps
 * one object. Towards Socket.IO's namespace and its adapter, which reach an actor on every node, it behaves as theirs do.
 */
export class Connection extends Reader {
  readonly id: string;
  /** Where it comes from, until the handshake is answered. */
  address: string;
  seat: Seat | null = null;
  /** Messages that could not have come from our client. */
  violations = 0;
  /** In which turn of the heartbeat it is asked. */
  turn = 0;
  private readonly house: House;
  private isAsked = false;
  private isKnocking = false;
  private frames = FRAMES.burst * 1000;
  private bytes = BYTES.burst;
  private countedAt: number;

  constructor(socket: Socket, id: string, address: string, house: House) {
    super(socket);
    this.id = id;
    this.address = address;
    this.house = house;
    this.countedAt = Math.trunc(performance.now());
  }

  /** Asks whether it is still there; `cutIfSilent` is told later. */
  ping(): void {
    this.isAsked = true;
    this.put(PING);
  }

  cutIfSilent(): void {
    if (this.isAsked) this.close();
  }

  /** Lets it in; what `write` writes leaves together with the news. */
  accept(seat: Seat, write: () => void): void {
    this.isKnocking = false;
    if (!this.isOpen) return;
    this.seat = seat;
    this.address = '';
    this.together(() => {
      this.put(textFrame(`40{"sid":"${this.id}"}`));
      write();
    });
  }

  /** The handshake is not accepted; it may try again. */
  refuse(message: string, data: unknown): void {
    this.isKnocking = false;
    this.put(textFrame(`44${JSON.stringify({ message, data })}`));
  }

  /** Answers an event. Whoever does not read it is the slow-reader guard's affair. */
  answer(ack: number, answer: unknown): void {
    answerSoon(this, textFrame(`43${ack}[${JSON.stringify(answer)}]`));
  }

  /** Sends it away, not to come back by itself. */
  disconnect(): void {
    this.put(LEAVE);
    this.close();
  }

  /** How Socket.IO's adapter writes to a connection. */
  get client(): Pick<Connection, 'writeToEngine'> {
    return this;
  }

  writeToEngine(packets: string | string[]): void {
    for (const packet of [packets].flat()) this.put(textFrame(`4${packet}`));
  }

  protected onText(text: string): void {
    switch (text.charCodeAt(0)) {
      case 0x33: // pong
        this.isAsked = false;
        return;
      case 0x34: // message
        return this.onPacket(text);
      case 0x31: // close
        return this.close();
      case 0x30: // open, upgrade, noop: nothing to us
      case 0x35:
      case 0x36:
        return;
      default:
        this.close();
    }
  }

  private onPacket(text: string): void {
    const command = this.seat === null ? null : readCommand(text);
    if (command !== null) return this.house.hear(this, command.name, [command.input], command.ack);
    const packet = decode(text.slice(1));
    if (packet === null) return this.close();
    if (packet.type === PacketType.CONNECT) return this.onConnect(packet);
    if (packet.nsp !== '/' || this.seat === null) return this.close();
    if (packet.type === PacketType.EVENT) {
      const [name, ...args] = (packet.data ?? []) as unknown[];
      return this.house.hear(this, name, args, packet.id);
    }
    if (packet.type === PacketType.DISCONNECT) return this.stand();
    if (packet.type !== PacketType.ACK) this.close(); // nobody waits for an ack
  }

  private onConnect({ nsp, data }: Packet): void {
    if (nsp !== '/') return this.put(textFrame(`44${nsp},{"message":"Invalid namespace"}`));
    if (this.seat !== null || this.isKnocking) return this.close();
    this.isKnocking = true;
    this.house.knock(this, data ?? {});
  }

  /** Leaves the event and stays connected. */
  private stand(): void {
    const { seat } = this;
    if (seat === null) return;
    this.seat = null;
    this.house.leave(this, seat);
    if (this.isOpen) this.house.await(this);
  }

  protected onGone(): void {
    this.stand();
  }

  protected onEnded(): void {
    this.house.forget(this);
  }

  /** Two token buckets, in whole numbers: thousandths of a message, and bytes. */
  protected affords(length: number): boolean {
    const now = Math.trunc(performance.now());
    const elapsed = now - this.countedAt;
    this.countedAt = now;
    this.frames = Math.min(FRAMES.burst * 1000, this.frames + elapsed * FRAMES.perSecond) - 1000;
    this.bytes =
      Math.min(BYTES.burst, this.bytes + Math.trunc((elapsed * BYTES.perSecond) / 1000)) - (length || 1);
    return this.frames >= 0 && this.bytes >= 0;
  }
}

/** Without attachments a decoder keeps nothing between two packets, so that one serves all connections. */
const decoder = new Decoder({ maxAttachments: 0 });
let decoded: Packet | null = null;
decoder.on('decoded', (packet) => (decoded = packet));

/** Any Socket.IO packet; null for what is none. */
function decode(text: string): Packet | null {
  decoded = null;
  try {
    decoder.add(text);
  } catch {
    return null; // it says what is wrong, and nobody is told
  }
  return decoded;
}
