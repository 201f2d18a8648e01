import type { Certificate } from '../lib/certificate.ts';
import type { Row } from './exports.ts';

/** What is published of a round, as tables; the first row of each names its columns. */
export const ROUND_TABLES = { results: resultRows, scores: scoreRows, votes: voteRows };

/** A line per entry, with the parts its figure was made of. */
function* resultRows({ results, entries, awards, input }: Certificate): Generator<Row> {
  const parts = input.parts.map(({ id }) => id);
  yield [
    'rank',
    'entry',
    'name',
    'organisation',
    'title',
    'figure',
    'exact',
    ...parts,
    'penalty',
    'awards',
    'explanation',
  ];
  for (const line of results) {
    const entry = entries.find(({ id }) => id === line.entryId);
    const penalties = input.penalties.filter((penalty) => penalty.entry === line.entryId);
    yield [
      line.rank ?? '',
      line.entryId,
      entry?.name ?? '',
      entry?.organisation ?? '',
      entry?.title ?? '',
      line.figure ?? '',
      line.exact ?? '',
      ...parts.map((part) => line.parts[part] ?? ''),
      penalties.map(({ points }) => points).join(' + '),
      awards
        .filter((award) => award.entries.includes(line.entryId))
        .map(({ name }) => name.zh || name.en)
        .join(' '),
      line.explain.join('; '),
    ];
  }
}

/** Every card that counted, a line each; judges by the name the certificate gives them. */
function* scoreRows({ input, entries, judges }: Certificate): Generator<Row> {
  const part = input.parts.find((one) => 'scorecards' in one);
  const criteria = part?.criteria.map(({ id }) => id) ?? [];
  yield ['entry', 'name', 'judge', 'judgeName', ...criteria];
  for (const card of part?.scorecards ?? []) {
    yield [
      card.entry,
      entries.find(({ id }) => id === card.entry)?.name ?? '',
      card.judge,
      judges.find(({ id }) => id === card.judge)?.name ?? '',
      ...criteria.map((id) => card.values[id] ?? ''),
    ];
  }
}

/** The ballots by entry and group of voters: all of them, those in quarantine, and those that counted. */
function* voteRows({ votes, entries }: Certificate): Generator<Row> {
  yield ['entry', 'name', 'group', 'raw', 'suspect', 'unknown', 'counted'];
  for (const { group, ...set } of votes?.sets ?? []) {
    for (const { id, name } of entries) {
      const counts = [set.raw, set.suspect, set.unknown, set.counted].map((of) => of[id] ?? 0);
      yield [id, name, group ?? '', ...counts];
    }
  }
  if (votes === null) return;
  const { ballots, rejected, ruling } = votes;
  const { clean, suspect, unknown } = ballots;
  yield [
    '',
    'ballots',
    '',
    clean + suspect + unknown,
    suspect,
    unknown,
    clean + suspect + unknown - rejected,
  ];
  if (ruling !== null) yield ['', 'ruling', ruling.reason, '', ruling.suspect, ruling.unknown, ''];
}
