import { describe, expect, test } from 'vitest';
import { canonical } from '../../lib/canonical.ts';
import { certify } from '../../lib/certificate.ts';
import { createSigner } from '../../lib/signer.ts';
import { readPublicKey, verifyCertificate } from '../../lib/verify.ts';
import {
  admin,
  host,
  points,
  scrutineer,
  seat,
  signAll,
  startContest,
  viewer,
} from '../../test/contest-trial.ts';
import { refused } from '../../test/sockets.ts';

/** The same numbers on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A round with votes, a penalty, a recusal, an amendment and a disqualification, published. */
async function published(judgesShown: 'names' | 'pseudonyms' = 'names') {
  const set = await startContest({
    entries: 4,
    judges: 5,
    judgesShown,
    randomInt: seeded(7),
    rules: {
      judges: { weight: 60, aggregate: { rule: 'trimmedMean', high: 1, low: 1, minJudges: 4 } },
      audience: { weight: 40, aggregate: { rule: 'maxScaled', scale: 10_000 } },
      time: { maxSeconds: 60, over: [{ fromSeconds: 0, points: 200 }] },
      awards: [
        { name: { zh: '一等奖' }, places: 1 },
        { name: { zh: '优秀奖' }, places: null },
        { name: { zh: '最佳人气奖' }, by: 'audience', places: 1 },
      ],
    },
  });
  const { trial, roundId, entries, judges, actors } = set;
  await trial.run(actors[4]!, 'score:recuse', { roundId, entryId: entries[1]!, reason: '同单位' });
  await signAll(set, [
    [9_500, 9_400, 9_300, 9_900, 8_000],
    [9_100, 9_000, 9_200, 8_800, null],
    [8_500, 8_600, 8_700, 8_800, 8_900],
    [9_000, 9_000, 9_000, 9_000, 9_000],
  ]);
  const key = { roundId, entryId: entries[2]!, judgeId: judges[1]! };
  await trial.run(set.head, 'score:amend', {
    ...key,
    values: points(8_650),
    version: 1,
    reason: '笔误',
  });
  await trial.run(scrutineer, 'score:confirm', { ...key, version: 2 });
  await trial.run(host, 'timer:start', { roundId, entryId: entries[0]! });
  trial.clock.advance(75_000);
  await trial.run(host, 'timer:stop', {});
  await trial.run(set.head, 'entry:disqualify', { roundId, entryId: entries[3]!, reason: '抄袭' });
  await trial.run(host, 'vote:open', { roundId });
  for (let number = 1; number <= 12; number += 1)
    await trial.run(viewer(number), 'contest:vote', { roundId, entryIds: [entries[number % 3]!] });
  await trial.run(host, 'vote:close', { roundId });
  await trial.run(host, 'round:seal', { roundId });
  expect(await trial.ask(viewer(1), 'round:certificate', { roundId })).toEqual(refused('NOT_FOUND'));
  await trial.run(host, 'round:publish', { roundId });
  // What happens later is none of the certificate's business.
  await trial.run(host, 'event:end', {});
  const { certificate } = await trial.run(viewer(1), 'round:certificate', { roundId });
  return Object.assign(set, { certificate, publicKey: trial.signer.publicKey });
}

const isFound = (text: string, key: string | null): boolean => verifyCertificate(text, key).is !== 'equal';

describe('the certificate', () => {
  test('SC-19: it is recomputed from the file alone, and equal; the key is checked when it is given', async () => {
    await using set = await published();
    const { certificate, publicKey } = set;
    expect(verifyCertificate(certificate, null)).toMatchObject({
      is: 'equal',
      isKeyChecked: false,
      hasCards: true,
    });
    expect(verifyCertificate(certificate, publicKey)).toMatchObject({ is: 'equal', isKeyChecked: true });
    const other = createSigner('another secret, and long enough too');
    expect(verifyCertificate(certificate, other.publicKey)).toMatchObject({
      is: 'different',
      where: ['signer: signed by another key than the one given'],
    });
    const told = JSON.parse(certificate);
    expect(told.results.map((line: { rank: number }) => line.rank)).toEqual([1, 2, 3, null]);
    expect(told.awards.map(({ entries }: { entries: string[] }) => entries.length)).toEqual([1, 2, 3]);
    expect(told.input.penalties).toEqual([
      { entry: set.entries[0], points: '0.200', reason: 'overtime 15 s' },
    ]);
  });

  test('SC-19: both nodes make the same bytes of it', async () => {
    await using set = await published();
    const ack = await set.trial.ask(viewer(2), 'round:certificate', { roundId: set.roundId }, 1);
    expect(ack).toEqual({ ok: true, data: { certificate: set.certificate } });
  });

  test('A15: of 1,000 random one-byte changes each is found, with the key and without', async () => {
    await using set = await published();
    const bytes = Buffer.from(set.certificate);
    const random = seeded(2026);
    for (let time = 0; time < 1_000; time += 1) {
      const changed = Buffer.from(bytes);
      const at = random(changed.length);
      changed[at] = ((changed[at] ?? 0) + 1 + random(255)) % 256;
      expect(changed.equals(bytes)).toBe(false);
      expect([at, isFound(changed.toString(), time % 2 === 0 ? null : set.publicKey)]).toEqual([at, true]);
    }
  }, 60_000);

  test('A15: cut, dropped and swapped records, and cut bytes, are found', async () => {
    await using set = await published();
    const { certificate } = set;
    const parsed = JSON.parse(certificate);
    const { records } = parsed.chain;
    const withRecords = (changed: unknown[]) =>
      canonical({ ...parsed, chain: { ...parsed.chain, records: changed } });
    for (const index of records.keys()) {
      expect(isFound(withRecords(records.toSpliced(index, 1)), null)).toBe(true);
      const next = (index + 1) % records.length;
      const swapped = records.with(index, records[next]).with(next, records[index]);
      expect(isFound(withRecords(swapped), null)).toBe(true);
    }
    for (let cut = 1; cut < 200; cut += 1) expect(isFound(certificate.slice(0, -cut), null)).toBe(true);
    for (const more of ['\n', ' ', '\0', '{}']) expect(isFound(certificate + more, null)).toBe(true);
    expect(isFound(`\uFEFF${certificate}`, null)).toBe(true);
  });

  test('A15: signed again with another key, a lie is still found where it contradicts the log, or by the key', async () => {
    await using set = await published();
    const forger = createSigner('the secret of a forger, long enough');
    const forge = (change: (body: ReturnType<typeof JSON.parse>) => void): string => {
      const { signature: _signature, ...body } = JSON.parse(set.certificate);
      body.signer = { algorithm: 'Ed25519', publicKey: forger.publicKey, fingerprint: forger.fingerprint };
      change(body);
      return canonical({ ...body, signature: forger.sign(Buffer.from(canonical(body))) });
    };
    const honest = forge(() => undefined);
    expect(verifyCertificate(honest, null)).toMatchObject({ is: 'equal', fingerprint: forger.fingerprint });
    expect(isFound(honest, set.publicKey)).toBe(true);
    const lies: [string, string][] = [
      [forge((body) => (body.results[0].figure = '9.999')), 'results'],
      [forge((body) => body.input.parts[0].scorecards.pop()), 'results'],
      [forge((body) => (body.input.penalties = [])), 'results'],
      [forge((body) => (body.plan.rules.judges.aggregate.high = 0)), 'ruleHash'],
      [forge((body) => (body.entries[0].name = '别人')), 'entries'],
      [forge((body) => (body.judges[0].name = '别人')), 'judges'],
      [forge((body) => body.chain.records.pop()), 'chain'],
      [forge((body) => (body.chain.records.at(-1).at += 1)), 'chain/tip/hash'],
    ];
    for (const [text, where] of lies) {
      const verdict = verifyCertificate(text, null);
      expect(verdict).toMatchObject({ is: 'different' });
      expect(verdict.is === 'different' && verdict.where.some((one) => one.startsWith(where))).toBe(true);
    }
  });

  test('SC-19: with pseudonyms it verifies too, and nothing in it tells a judge’s scores', async () => {
    await using set = await published('pseudonyms');
    const { certificate, publicKey } = set;
    expect(verifyCertificate(certificate, publicKey)).toMatchObject({ is: 'equal', hasCards: false });
    const parsed = JSON.parse(certificate);
    expect(parsed.judges).toEqual(
      ['J1', 'J2', 'J3', 'J4', 'J5'].map((id) => ({ id, name: null, organisation: null })),
    );
    const records = parsed.chain.records.filter((record: unknown) => typeof record !== 'string');
    const types = new Set(records.map(({ type }: { type: string }) => type));
    for (const type of ['card:recorded', 'round:masked', 'tie:ranked', 'judge:paired', 'judge:invited'])
      expect(types.has(type)).toBe(false);
    const cards = JSON.stringify([parsed.input, parsed.results]);
    for (const judgeId of set.judges) expect(cards).not.toContain(judgeId);
  });

  test('SC-19: what has nothing to do with the result is there as a digest alone', async () => {
    await using set = await published();
    const { code } = await set.trial.run(host, 'judge:invite', { judgeId: set.judges[0]! });
    await seat(set.trial, set.judges[0]!, 'headJudge');
    const log = await set.trial.log();
    const text = certify(log, set.roundId, set.trial.signer);
    expect(text).toBe(set.certificate);
    const types = JSON.parse(set.certificate).chain.records.flatMap(
      (record: { type?: string }) => record.type ?? [],
    );
    expect(types).not.toContain('judge:paired');
    expect(types).not.toContain('event:created');
    expect(set.certificate).not.toContain(code);
    expect((await set.trial.run(admin, 'round:results', { roundId: set.roundId })).results).toHaveLength(4);
  });

  test.each([
    ['', 'not JSON'],
    ['{}', 'expected'],
    ['[]', 'expected'],
    ['{"format":"xinli-certificate/1","format":"x"}', 'twice'],
  ])('what is no certificate is unreadable: %j', (text, why) => {
    expect(verifyCertificate(text, null)).toMatchObject({
      is: 'unreadable',
      why: expect.stringContaining(why) as never,
    });
  });

  test('a public key is read as PEM or as base64url, and nothing else', () => {
    const { publicKey } = createSigner('a secret that is long enough for a key');
    expect(readPublicKey(`${publicKey}\n`)).toBe(publicKey);
    expect(() => readPublicKey('-----BEGIN NONSENSE-----')).toThrow(RangeError);
  });
});
