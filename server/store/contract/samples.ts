import { nanoid } from 'nanoid';
import { DEFAULTS, LIMITS } from '#shared/limits.ts';
import type { Comment } from '#shared/model/comment.ts';
import type { EventInfo } from '#shared/model/event.ts';
import { ActorId, CommentId, EventSlug, PollId } from '#shared/model/ids.ts';
import type { Append, BoxChange, FactRecord, NewComment, Pulse, Store, Tip } from '../store.ts';

export const gala = EventSlug.parse('gala');
export const contest = EventSlug.parse('contest');
export const pollId = (id: string = nanoid(8)) => PollId.parse(id);
export const actorId = (id: string) => ActorId.parse(id);
export const emptyTip = (): Tip => ({ epoch: nanoid(), seq: 0, hash: '' });

export const infoOf = (slug: EventSlug, title: string = slug): EventInfo => ({
  slug,
  title,
  summary: '',
  status: 'live',
  startsAt: null,
  stream: { kind: 'none' },
  comments: {
    open: true,
    mode: 'post',
    delaySeconds: DEFAULTS.delaySeconds,
    slowModeSeconds: DEFAULTS.slowModeSeconds,
    maxLength: DEFAULTS.commentMaxLength,
    displayPerSecond: DEFAULTS.displayPerSecond,
  },
  embedOrigins: [],
  picture: null,
});

/** Facts behind `after`: each unpins the pin, which is always possible. */
export function factsAfter(after: Tip, count: number, by = 'host'): FactRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'comment:unpinned',
    payload: {},
    seq: after.seq + index + 1,
    at: 1_000 + index,
    by,
    hash: `${by} after ${after.hash}, ${index}`,
  }));
}

export const appendOf = (after: Tip, parts: Partial<Append> = {}): Append => ({
  after,
  facts: factsAfter(after, 1),
  command: null,
  info: infoOf(gala),
  boxes: [],
  comments: [],
  ...parts,
});

/** Where the log ends once `append` is recorded. */
export const tipAfter = ({ after, facts }: Append): Tip => {
  const last = facts.at(-1) ?? after;
  return { epoch: after.epoch, seq: last.seq, hash: last.hash };
};

/** Begins the log, or goes on from where it ends. */
export async function appendNext(store: Store, parts: Partial<Append>, slug = gala): Promise<Tip> {
  const log = await store.readLog(slug, Number.MAX_SAFE_INTEGER);
  const append = appendOf(log?.tip ?? emptyTip(), { info: infoOf(slug), ...parts });
  const outcome = await store.appendFacts(slug, append);
  if (outcome.status !== 'appended') throw new Error(`The log was expected to take this: ${outcome.status}`);
  return tipAfter(append);
}

type OpenBox = Extract<BoxChange, { change: 'open' }>;

/** Opens a box of four options for single, final choices, unless `box` says otherwise. */
export async function openBox(
  store: Store,
  box: Partial<OpenBox> = {},
  slug = gala,
): Promise<OpenBox['pollId']> {
  const opened: OpenBox = {
    pollId: pollId(),
    change: 'open',
    options: 4,
    multiple: 1,
    changeable: false,
    closesAt: null,
    ...box,
  };
  if (opened.options > LIMITS.options.max) throw new Error('No poll has that many options.');
  await appendNext(store, { boxes: [opened] }, slug);
  return opened.pollId;
}

export function commentOf(author: string, text: string, parts: Partial<NewComment> = {}): NewComment {
  const comment: Comment = {
    id: CommentId.parse(nanoid()),
    text,
    at: 1_000,
    author: { id: actorId(author), name: author, role: 'viewer' },
  };
  return { comment, status: 'shown', review: null, commandId: nanoid(), inputHash: text, ...parts };
}

export const pulseOf = (parts: Partial<Pulse> = {}): Pulse => ({
  node: 'a',
  leaseMs: 3_600_000,
  online: 0,
  arrived: [],
  seen: [],
  reactions: {},
  reactionBatches: 0,
  ...parts,
});
