import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import type { EventSlug } from '#shared/model/ids.ts';
import type { Poll } from '#shared/model/poll.ts';
import { toTally } from '#shared/rules/tally.ts';
import type { Store, StoredComment } from '../store/store.ts';

export type Row = (string | number)[];

const PAGE = 500;

/** Streams rows as a spreadsheet opens them: a byte order mark for the Chinese, no cell that is a formula. */
export async function writeCsv(
  response: Response,
  fileName: string,
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<void> {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  await pipeline(Readable.from(rows), stringify({ bom: true, escape_formulas: true }), response);
}

/** Streams text as it is made, as a file to keep. */
export async function writeFile(
  response: Response,
  { name, type }: { name: string; type: string },
  parts: AsyncIterable<string>,
): Promise<void> {
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  await pipeline(Readable.from(parts), response);
}

/** Every comment that was accepted, shown or not, in order; read a page at a time. */
export async function* everyComment(store: Store, slug: EventSlug): AsyncGenerator<StoredComment> {
  for (let after = 0; ;) {
    const page = await store.listComments(slug, { order: 'oldest', after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.position;
  }
}

export async function* commentRows(store: Store, slug: EventSlug): AsyncGenerator<Row> {
  yield ['position', 'time', 'status', 'author', 'name', 'role', 'text'];
  for await (const { position, comment, status } of everyComment(store, slug)) {
    const { id, name, role } = comment.author;
    yield [position, new Date(comment.at).toISOString(), status, id, name, role, comment.text];
  }
}

/** The same as JSON, a line per comment: whole, and still readable when it is cut off. */
export async function* commentLines(store: Store, slug: EventSlug): AsyncGenerator<string> {
  for await (const { position, comment, status } of everyComment(store, slug))
    yield `${JSON.stringify({ position, status, ...comment })}\n`;
}

/** One row per option; the desk alone may read it, so tallies are as they stand. */
export async function* pollRows(store: Store, slug: EventSlug, polls: readonly Poll[]): AsyncGenerator<Row> {
  yield ['poll', 'question', 'status', 'option', 'votes', 'voters', 'entitled'];
  const boxes = await store.readTallies(
    slug,
    polls.map((poll) => poll.id),
  );
  for (const poll of polls) {
    const tally = toTally(poll, boxes.get(poll.id));
    for (const { id, label } of poll.options) {
      yield [
        poll.id,
        poll.question,
        poll.status,
        label,
        tally.counts[id] ?? 0,
        tally.ballots,
        poll.entitled ?? '',
      ];
    }
  }
}
