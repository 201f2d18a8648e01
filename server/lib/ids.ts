import { customAlphabet } from 'nanoid';
import type { Role } from '#shared/model/actor.ts';
import { ActorId, CommentId, ContestantId, ItemId, JudgeId, PollId, RoundId } from '#shared/model/ids.ts';

/** No look-alikes, and safe in a URL, a Redis key and a CSV cell. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
const short = customAlphabet(ALPHABET, 10);
const long = customAlphabet(ALPHABET, 14);
const code = customAlphabet(ALPHABET, 20);

/** Every new id in one place; random ones come in through the context, so that tests may fix them. */
export type Ids = {
  poll(): PollId;
  comment(): CommentId;
  item(): ItemId;
  contestant(): ContestantId;
  judge(): JudgeId;
  round(): RoundId;
  /** A pairing code: some 100 bits, for a link or a QR code. */
  code(): string;
  /** For the bearer of a minted token: `host-…`. Viewers are `v<number>`. */
  actor(role: Role): ActorId;
  /** For the bearer of a link made for a screen. */
  link(): ActorId;
  /** For nodes, epochs and commands that came without an id. */
  opaque(): string;
};

export const randomIds: Ids = {
  poll: () => PollId.parse(short()),
  comment: () => CommentId.parse(long()),
  item: () => ItemId.parse(short()),
  contestant: () => ContestantId.parse(short()),
  judge: () => JudgeId.parse(short()),
  round: () => RoundId.parse(short()),
  code: () => code(),
  actor: (role) => ActorId.parse(`${role}-${short()}`),
  link: () => ActorId.parse(`link-${short()}`),
  opaque: () => long(),
};

/** A viewer's id says their number. */
export const viewerId = (number: number): ActorId => ActorId.parse(`v${number}`);
