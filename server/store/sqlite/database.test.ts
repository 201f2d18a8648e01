import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../lib/clock.ts';
import { commentOf, contest, gala, openBox, pollId, pulseOf } from '../contract/samples.ts';
import { openDatabase, requireSqlite } from './database.ts';
import { openSqliteStore } from './open.ts';

vi.setConfig({ testTimeout: 30_000 });
const halfAnHour = 30 * 60_000;

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xinli-sqlite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'xinli.db');
}

const open = (file: string) => openSqliteStore({ file, clock: systemClock, visitGapMs: halfAnHour }).store;

test('everything is there when the file is opened again', async () => {
  const file = newFile();
  const store = open(file);
  const poll = await openBox(store);
  await store.castBallots(gala, [{ pollId: poll, viewer: 1, choice: [3] }]);
  await store.addComment(gala, commentOf('v1', 'hi'), null);
  await store.reserveViewers(gala, 10);
  const sums = await store.pulse(gala, pulseOf({ online: 4, arrived: [1], reactions: { fire: 2 } }));
  const log = await store.readLog(gala, 0);
  await store.close();

  const again = open(file);
  onTestFinished(() => again.close());
  expect(await again.readLog(gala, 0)).toEqual(log);
  expect(await again.readBallots(gala, 1, [poll])).toEqual(new Map([[poll, [3]]]));
  expect(await again.listComments(gala, { order: 'newest', limit: 5 })).toHaveLength(1);
  expect(await again.reserveViewers(gala, 1)).toBe(11);
  expect(await again.pulse(gala, pulseOf({ online: 4 }))).toEqual(sums);
});

test('the file belongs to one process', async () => {
  const file = newFile();
  const store = open(file);
  expect(() => open(file)).toThrow(`${file} is in use by another process`);
  await store.close();
  await open(file).close();
});

test('the database is set to lose nothing', () => {
  const database = openDatabase(newFile());
  onTestFinished(() => database.close());
  const setting = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
  expect(
    ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'locking_mode'].map(setting),
  ).toEqual(['wal', 2, 1, 0, 'exclusive']);
});

test('a file of a newer program is refused and left alone', () => {
  const file = newFile();
  const newer = new DatabaseSync(file);
  newer.exec('pragma user_version = 999');
  newer.close();
  expect(() => open(file)).toThrow('The database has version 999');
});

test('a SQLite with the WAL-reset bug is refused', () => {
  for (const version of ['3.51.3', '3.53.4', '3.60.0', '4.0.0']) requireSqlite(version);
  for (const version of ['3.51.2', '3.46.1', '3.7.0', '2.99.99', '0']) {
    expect(() => requireSqlite(version)).toThrow('at least 3.51.3 is needed');
  }
});

test('a visit is an arrival 30 minutes or more after the viewer was last seen', async () => {
  let now = 1_000_000;
  const { store } = openSqliteStore({ file: ':memory:', clock: { now: () => now }, visitGapMs: halfAnHour });
  onTestFinished(() => store.close());
  const visitsAfter = async (ms: number, parts: object) => {
    now += ms;
    return (await store.pulse(contest, pulseOf(parts))).viewers.visits;
  };
  expect(await visitsAfter(0, { arrived: [1] })).toBe(1);
  expect(await visitsAfter(halfAnHour - 1, { arrived: [1] })).toBe(1);
  expect(await visitsAfter(halfAnHour - 1, { seen: [1] })).toBe(1);
  expect(await visitsAfter(halfAnHour - 1, { arrived: [1] })).toBe(1);
  expect(await visitsAfter(halfAnHour, { arrived: [1] })).toBe(2);
});

test('kill -9 loses no acknowledged ballot', async () => {
  const file = newFile();
  const child = fork(fileURLToPath(new URL('./voting-process.ts', import.meta.url)), [file]);
  const gone = once(child, 'exit');
  let acknowledged = 0;
  child.on('message', (viewer) => {
    acknowledged = Number(viewer);
    if (acknowledged >= 2_000) child.kill('SIGKILL');
  });
  expect(await gone).toEqual([null, 'SIGKILL']);

  const store = open(file);
  onTestFinished(() => store.close());
  const log = await store.readLog(gala, 0);
  expect(log?.tip.seq).toBe(1);
  const { ballots } = (await store.pulse(gala, pulseOf())).viewers;
  expect(acknowledged).toBeGreaterThanOrEqual(2_000);
  expect(ballots).toBeGreaterThanOrEqual(acknowledged);
  const poll = pollId('p');
  for (let viewer = 1; viewer <= acknowledged; viewer += 1) {
    expect((await store.readBallots(gala, viewer, [poll])).get(poll)).toEqual([viewer % 4]);
  }
  const tally = (await store.readTallies(gala, [poll])).get(poll);
  expect(tally?.ballots).toBe(ballots);
  expect(tally?.counts.reduce((sum, count) => sum + count, 0)).toBe(ballots);
});
