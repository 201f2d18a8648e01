import type { EventInfo } from '#shared/model/event.ts';
import { EventSlug } from '#shared/model/ids.ts';
import type { ActorId } from '#shared/model/ids.ts';
import type { Append, BoxChange, BusMessage, FactRecord, RecordedCommand, Store } from '../store.ts';
import type { RedisClient } from './connect.ts';
import { orUnavailable } from './failure.ts';
import { type Keys, STATUSES } from './keys.ts';
import type { Run } from './scripts.ts';

type Log = Pick<
  Store,
  'listEvents' | 'appendFacts' | 'readLog' | 'findCommand' | 'rotateEpoch' | 'clearEvent'
>;

type AppendReply = ['appended'] | ['moved'] | ['duplicate', string];
type LogReply = [epoch: string, seq: string, hash: string, facts: string[]] | null;
type TipReply = [epoch: string, seq: string, hash: string] | null;

export function createLog(redis: RedisClient, run: Run, keysOf: Keys, eventsKey: string): Log {
  async function infoOf(slug: string): Promise<{ info: EventInfo; changed: number } | null> {
    const [info, changed] = await redis.hmget(keysOf(EventSlug.parse(slug)).meta, 'info', 'changed');
    return info ? { info: JSON.parse(info) as EventInfo, changed: Number(changed) } : null;
  }

  return {
    async listEvents() {
      const slugs = await orUnavailable(redis.smembers(eventsKey));
      const found = await orUnavailable(Promise.all(slugs.map(infoOf)));
      return found
        .filter((event) => event !== null)
        .toSorted((a, b) => b.changed - a.changed)
        .map(({ info }) => info);
    },

    async appendFacts(slug, append) {
      const { after, facts, command, info, boxes } = append;
      // Named before it exists: a name without a log is not listed, a log without a name never would be.
      if (after.seq === 0) await orUnavailable(redis.sadd(eventsKey, slug));

      const keys = keysOf(slug);
      const message: BusMessage = { kind: 'facts', epoch: after.epoch, facts: [...facts] };
      const answer: RecordedCommand | null = command && {
        inputHash: command.inputHash,
        output: command.output ?? null,
      };
      const reply = await run<AppendReply>(
        'append-facts',
        [
          keys.meta,
          keys.log,
          keys.commands,
          keys.comments,
          keys.knownAuthors,
          keys.archive,
          keys.archivedStatus,
          ...STATUSES.map(keys.status),
          ...boxes.map(({ pollId }) => keys.box(pollId)),
        ],
        [
          changeOf(append, keys.channel),
          ...[info, message, answer, ...facts].map((value) => JSON.stringify(value)),
        ],
      );
      if (reply[0] !== 'duplicate') return { status: reply[0] };
      return { status: 'duplicate', ...(JSON.parse(reply[1]) as RecordedCommand) };
    },

    async readLog(slug, afterSeq) {
      const { meta, log } = keysOf(slug);
      const reply = await run<LogReply>('read-log', [meta, log], [afterSeq]);
      if (!reply) return null;
      const [epoch, seq, hash, facts] = reply;
      return {
        tip: { epoch, seq: Number(seq), hash },
        facts: facts.map((fact) => JSON.parse(fact) as FactRecord),
      };
    },

    async findCommand(slug, actorId, commandId) {
      const answer = await orUnavailable(redis.hget(keysOf(slug).commands, commandField(actorId, commandId)));
      return answer === null ? null : (JSON.parse(answer) as RecordedCommand);
    },

    async rotateEpoch(slug, lost, next) {
      const reply = await run<TipReply>('rotate-epoch', [keysOf(slug).meta], [lost, next]);
      if (!reply) return null;
      const [epoch, seq, hash] = reply;
      return { epoch, seq: Number(seq), hash };
    },

    async clearEvent(slug, boxes) {
      const keys = keysOf(slug);
      const ofBoxes = boxes.flatMap((pollId) => [keys.box(pollId), keys.ballots(pollId)]);
      const ofEvent = Object.values(keys).flatMap((key) => (typeof key === 'function' ? [] : key));
      // One command is one step; the memory is freed beside everybody else's work.
      await orUnavailable(redis.unlink(...ofEvent, ...STATUSES.map(keys.status), ...ofBoxes));
      await orUnavailable(redis.srem(eventsKey, slug));
    },
  };
}

/** Ids hold no spaces. */
export const commandField = (actorId: ActorId, commandId: string): string => `${actorId} ${commandId}`;

/** What `append-facts.lua` has to understand; it only passes the rest on. */
function changeOf({ after, facts, command, boxes, comments }: Append, channel: string): string {
  const { seq, hash } = facts.at(-1) ?? after;
  return JSON.stringify({
    after,
    tip: { seq, hash },
    command: command ? commandField(command.actorId, command.commandId) : '',
    channel,
    statuses: STATUSES,
    comments,
    boxes: boxes.map(boxChange),
  });
}

function boxChange(box: BoxChange): object {
  if (box.change === 'close') return { change: box.change };
  const { change, options, multiple, changeable, closesAt, isAside = false } = box;
  return {
    change,
    options,
    multiple,
    width: widthOf(options, multiple),
    changeable: changeable ? 1 : 0,
    closesAt: closesAt ?? '',
    aside: isAside ? 1 : 0,
  };
}

/** The narrowest number that holds any ballot of the box: option + 1 for a single choice, else a bit per option. */
function widthOf(options: number, multiple: number): 'u4' | 'u8' | 'u16' | 'u32' {
  if (multiple === 1) return options <= 15 ? 'u4' : 'u8';
  if (options <= 4) return 'u4';
  if (options <= 8) return 'u8';
  return options <= 16 ? 'u16' : 'u32';
}
