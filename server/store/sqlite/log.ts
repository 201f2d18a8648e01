import type { EventInfo } from '#shared/model/event.ts';
import type { FactRecord, Store, Tip } from '../store.ts';
import type { Ballots } from './ballots.ts';
import type { Comments } from './comments.ts';
import type { Core } from './core.ts';
import { prepare } from './database.ts';

type Log = Pick<Store, 'listEvents' | 'appendFacts' | 'readLog' | 'findCommand' | 'rotateEpoch'>;
type RecordedRow = { input_hash: string; output: string };

/** `epoch` is null when the event has no log. */
type TipRow = { epoch: string | null; seq: number; hash: string };

export function createLog(
  core: Core,
  changeBox: Ballots['changeBox'],
  changeStatus: Comments['changeStatus'],
): Log {
  const { database, read, write, findEvent, nameEvent } = core;
  const infos = prepare<{ info: string }>(
    database,
    'select info from events where info is not null order by changed desc',
  );
  const tipRow = prepare<TipRow>(database, 'select epoch, seq, hash from events where id = ?');
  const moveTip = prepare(
    database,
    `update events set epoch = ?, seq = ?, hash = ?, info = ?,
       changed = (select max(changed) + 1 from events) where id = ?`,
  );
  const setEpoch = prepare(database, 'update events set epoch = ? where id = ? and epoch = ?');
  const addFact = prepare(database, 'insert into facts (event, seq, record) values (?, ?, ?)');
  const factsAfter = prepare<{ record: string }>(
    database,
    'select record from facts where event = ? and seq > ? order by seq',
  );
  const recordCommand = prepare(
    database,
    'insert into commands (event, actor, command, input_hash, output) values (?, ?, ?, ?, ?)',
  );
  const recorded = prepare<RecordedRow>(
    database,
    'select input_hash, output from commands where event = ? and actor = ? and command = ?',
  );

  function tipOf(event: number): Tip | null {
    const row = tipRow.get(event);
    return row === undefined || row.epoch === null ? null : { ...row, epoch: row.epoch };
  }

  return {
    listEvents: () => read(() => infos.all().map((row) => JSON.parse(row.info) as EventInfo)),

    appendFacts: (slug, { after, facts, command, info, boxes, comments }) =>
      write(() => {
        const event = nameEvent(slug);
        const first = command && recorded.get(event, command.actorId, command.commandId);
        if (first) return { status: 'duplicate', ...answerOf(first) };
        if (!endsAt(tipOf(event), after)) return { status: 'moved' };

        for (const fact of facts) addFact.run(event, fact.seq, JSON.stringify(fact));
        if (command) {
          const output = JSON.stringify(command.output ?? null);
          recordCommand.run(event, command.actorId, command.commandId, command.inputHash, output);
        }
        for (const box of boxes) changeBox(event, box);
        for (const { id, status } of comments) changeStatus(event, id, status);
        const tip = facts.at(-1) ?? after;
        moveTip.run(after.epoch, tip.seq, tip.hash, JSON.stringify(info), event);
        return { status: 'appended' };
      }),

    readLog: (slug, afterSeq) =>
      read(() => {
        const event = findEvent(slug);
        const tip = event === undefined ? null : tipOf(event);
        if (event === undefined || tip === null) return null;
        const rows = factsAfter.all(event, afterSeq);
        return { tip, facts: rows.map((row) => JSON.parse(row.record) as FactRecord) };
      }),

    findCommand: (slug, actorId, commandId) =>
      read(() => {
        const event = findEvent(slug);
        const row = event === undefined ? undefined : recorded.get(event, actorId, commandId);
        return row ? answerOf(row) : null;
      }),

    rotateEpoch: (slug, lost, next) =>
      write(() => {
        const event = findEvent(slug);
        if (event === undefined) return null;
        setEpoch.run(next, event, lost);
        return tipOf(event);
      }),
  };
}

const answerOf = (row: RecordedRow): { inputHash: string; output: unknown } => ({
  inputHash: row.input_hash,
  output: JSON.parse(row.output) as unknown,
});

function endsAt(tip: Tip | null, after: Tip): boolean {
  if (tip === null) return after.seq === 0;
  return tip.epoch === after.epoch && tip.seq === after.seq && tip.hash === after.hash;
}
