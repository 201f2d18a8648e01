import { describe, expect, test } from 'vitest';
import { AUDIENCES } from '#shared/limits.ts';
import { CriterionId, type JudgeId } from '#shared/model/ids.ts';
import { cardsOfJudge } from '#shared/rules/contest/own-cards.ts';
import { admin, everyAudience, host, scrutineer, startContest, viewer } from '../../test/contest-trial.ts';
import { refused } from '../../test/sockets.ts';

const criterion = CriterionId.parse('score');
/** Values nobody would come upon by chance. */
const SCORES = [
  [987_651, 876_542, 765_430],
  [654_324, 543_215, 432_109],
];
const wide = { id: criterion, name: { zh: '得分' }, min: 0, max: 1_000_000, step: 1 };

async function start(more: Parameters<typeof startContest>[0] = {}) {
  const set = await startContest({ entries: 2, judges: 3, round: { criteria: [wide] }, ...more });
  const sign = async (row: number, column: number) =>
    set.trial.run(set.actors[column]!, 'score:sign', {
      roundId: set.roundId,
      entryId: set.entries[row]!,
      values: { [criterion]: SCORES[row]![column]! },
      version: 0,
      ruleHash: set.ruleHash,
    });
  const signBoth = async () => {
    for (const [row, ofEntry] of SCORES.entries())
      for (const [column] of ofEntry.entries()) await sign(row, column);
  };
  return Object.assign(set, { sign, signBoth });
}

/** A value as an integer in thousandths, or as a decimal. */
const spellings = (value: number): string[] => [`${value}`, (value / 1_000).toFixed(3), `${value / 1_000}`];
const leaks = (text: string, values: readonly number[] = SCORES.flat()): number[] =>
  values.filter((value) => spellings(value).some((spelling) => text.includes(spelling)));

describe('what is not revealed', () => {
  test('SC-5, B8: through drafts, signing, paper, amendments, times, decisions and the seal no audience hears a value', async () => {
    await using set = await start();
    const { trial, roundId, entries, judges } = set;
    const [first, second] = entries;
    await trial.run(set.actors[1]!, 'score:save', {
      roundId,
      entryId: first!,
      values: { [criterion]: SCORES[0]![1]! },
      version: 0,
    });
    await trial.run(set.actors[1]!, 'score:sign', {
      roundId,
      entryId: first!,
      values: { [criterion]: SCORES[0]![1]! },
      version: 1,
      ruleHash: set.ruleHash,
    });
    await set.sign(0, 0);
    await trial.run(scrutineer, 'score:proxy', {
      roundId,
      entryId: first!,
      judgeId: judges[2]!,
      values: { [criterion]: 111_111 },
      version: 0,
      ruleHash: set.ruleHash,
    });
    const key = { roundId, entryId: first!, judgeId: judges[2]! };
    const amended = { ...key, values: { [criterion]: SCORES[0]![2]! }, version: 1, reason: '更正' };
    await trial.run(set.head, 'score:amend', amended);
    await trial.run(scrutineer, 'score:confirm', { ...key, version: 2 });
    for (const column of [0, 1, 2]) await set.sign(1, column);
    await trial.run(host, 'timer:start', { roundId, entryId: second! });
    trial.clock.advance(61_000);
    await trial.run(host, 'timer:stop', {});
    await trial.run(set.actors[2]!, 'tie:rank', { roundId, order: [second!, first!] });
    await trial.run(set.head, 'tie:decide', { roundId, order: [second!], reason: '理由只有密封日志知道' });
    await trial.run(host, 'round:seal', { roundId });
    const heard = await everyAudience(trial);
    expect(leaks(heard, [...SCORES.flat(), 111_111])).toEqual([]);
    expect(heard).not.toContain('理由只有密封日志知道');
    expect(trial.state.contest?.rounds[0]?.status).toBe('sealed');
    // The figures the scores come to are as secret as the scores.
    const { results } = await trial.run(admin, 'round:results', { roundId });
    for (const { figure } of results) expect(heard).not.toContain(figure);
  });

  test('SC-5: of a refusal, only the judge’s own record comes with it', async () => {
    await using set = await start();
    const { trial, roundId, entries, judges } = set;
    await set.sign(0, 1);
    const key = { roundId, entryId: entries[0]!, judgeId: judges[1]! };
    const acks = [
      await trial.ask(scrutineer, 'score:confirm', { ...key, version: 9 }),
      await trial.ask(host, 'score:proxy', {
        ...key,
        values: { [criterion]: 1 },
        version: 0,
        ruleHash: set.ruleHash,
      }),
      await trial.ask(scrutineer, 'score:waive', { ...key, reason: '无' }),
    ];
    for (const ack of acks) {
      expect(ack.ok).toBe(false);
      expect(leaks(JSON.stringify(ack))).toEqual([]);
    }
  });

  test('SC-5: a judge is given their own cards and no others', async () => {
    await using set = await start();
    await set.signBoth();
    const { sealed } = set.trial.nodes[0].ledger;
    for (const [column, judgeId] of set.judges.entries()) {
      const own = JSON.stringify(cardsOfJudge(sealed, judgeId));
      expect(new Set(leaks(own))).toEqual(new Set(SCORES.map((row) => row[column]!)));
    }
    expect(cardsOfJudge(sealed, 'nobody' as JudgeId)).toEqual([]);
    for (const { actorId, notice } of set.trial.notices) {
      const column = set.actors.findIndex(({ id }) => id === actorId);
      const others = SCORES.flatMap((row) => row.filter((_, index) => index !== column));
      expect(leaks(JSON.stringify(notice), others)).toEqual([]);
    }
  });

  test('SC-5: results are for head judge, scrutineer and admin; a scoring head judge waits for their own card', async () => {
    await using set = await start();
    const { trial, roundId } = set;
    await set.sign(0, 1);
    await set.sign(0, 2);
    const timekeeper = { ...scrutineer, role: 'timekeeper' as const };
    for (const actor of [host, set.actors[1]!, viewer(1), timekeeper])
      expect(await trial.ask(actor, 'round:results', { roundId })).toEqual(refused('FORBIDDEN'));
    const early = await trial.run(set.head, 'round:results', { roundId });
    expect(leaks(JSON.stringify(early))).toEqual([]);
    expect(early.results[0]?.figure).toBeNull();
    expect(leaks(JSON.stringify(await trial.run(scrutineer, 'round:results', { roundId })))).toHaveLength(2);
    await set.sign(0, 0);
    expect(leaks(JSON.stringify(await trial.run(set.head, 'round:results', { roundId })))).toHaveLength(3);
  });

  test('SC-5: a head judge who has not signed cannot try out what somebody else gave', async () => {
    await using set = await start();
    await set.sign(0, 1);
    const key = { roundId: set.roundId, entryId: set.entries[0]!, judgeId: set.judges[1]! };
    for (const value of [SCORES[0]![1]!, 1])
      expect(
        await set.trial.ask(set.head, 'score:amend', {
          ...key,
          values: { [criterion]: value },
          version: 1,
          reason: '试',
        }),
      ).toEqual(refused('CLOSED', { message: expect.stringContaining('SC-5') as never }));
  });

  test('SC-5: a host cannot read an open round’s cards through a rehearsal', async () => {
    await using set = await start();
    await set.signBoth();
    const { trial, roundId } = set;
    expect(await trial.ask(host, 'contest:rehearse', { roundId, from: roundId })).toEqual(refused('CLOSED'));
    const rehearsed = await trial.run(host, 'contest:rehearse', { roundId, steps: [{ show: 'board' }] });
    expect(rehearsed.results).toHaveLength(2);
    expect(leaks(JSON.stringify(rehearsed))).toEqual([]);
    expect((await trial.log()).some(({ type }) => type === 'reveal:shown')).toBe(false);
  });

  test('SC-17: each step publishes exactly what it names', async () => {
    await using set = await start();
    const { trial, roundId, entries } = set;
    const [entryId] = entries;
    const steps = [
      { show: 'entry' as const, entryId: entryId! },
      { show: 'judge' as const, entryId: entryId!, nth: 2 },
      { show: 'judge' as const, entryId: entryId!, nth: 1 },
      { show: 'place' as const, rank: 2 },
    ];
    await trial.run(host, 'reveal:prepare', { roundId, steps });
    const next = (after: number) => trial.ask(host, 'reveal:next', { roundId, after });
    expect((await next(0)).ok).toBe(true);
    expect(await next(1)).toEqual(refused('CLOSED', { message: expect.stringContaining('SC-5') as never }));
    await set.sign(0, 0);
    await set.sign(0, 1);
    expect(await next(1)).toEqual(refused('CLOSED'));
    await set.sign(0, 2);
    expect(await next(1)).toMatchObject({
      data: { index: 2, shown: { judge: set.judges[1], score: '876.542' } },
    });
    for (const audience of AUDIENCES) expect(leaks(await trial.heardBy(audience))).toEqual([876_542]);
    expect((await next(2)).ok).toBe(true);
    expect(leaks(await everyAudience(trial))).toEqual([987_651, 876_542]);
    expect(await next(3)).toEqual(refused('CLOSED', { message: expect.stringContaining('SC-17') as never }));
    for (const column of [0, 1, 2]) await set.sign(1, column);
    await trial.run(host, 'round:seal', { roundId });
    expect(await next(3)).toMatchObject({ data: { shown: { rank: 2, entries: [{ entryId: entries[1] }] } } });
    const { results } = await trial.run(admin, 'round:results', { roundId });
    const heard = await trial.heardBy('public');
    expect(heard).toContain(results[1]?.figure);
    expect(heard).not.toContain(results[0]?.figure);
  });

  test('SC-17: two hosts press at once: one step is shown, and the second is told', async () => {
    await using set = await start();
    await set.signBoth();
    const { trial, roundId, entries } = set;
    const steps = [1, 2, 3].map((nth) => ({ show: 'judge' as const, entryId: entries[0]!, nth }));
    await trial.run(host, 'reveal:prepare', { roundId, steps });
    const acks = await Promise.all(
      [0, 1].map((node) =>
        trial.ask(node === 0 ? host : admin, 'reveal:next', { roundId, after: 0 }, node as 0 | 1),
      ),
    );
    expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(acks.find(({ ok }) => !ok)).toEqual(refused('CONFLICT', { details: { shown: 1 } }));
    expect(leaks(await trial.heardBy('public'))).toEqual([987_651]);
  });

  test('SC-10: the calibration batch is held and shown together; after it each at once', async () => {
    await using set = await start({ entries: 3, rules: { calibration: 2 } });
    const { trial, roundId, entries } = set;
    for (const column of [0, 1, 2]) await set.sign(0, column);
    await trial.run(host, 'reveal:prepare', { roundId, steps: [{ show: 'figure', entryId: entries[0]! }] });
    expect(await trial.ask(host, 'reveal:next', { roundId, after: 0 })).toEqual(
      refused('CLOSED', { message: expect.stringContaining('SC-10') as never }),
    );
    for (const column of [0, 1, 2]) await set.sign(1, column);
    expect((await trial.ask(host, 'reveal:next', { roundId, after: 0 })).ok).toBe(true);
  });

  test('SC-9: the stopwatch is not for the jury, and a time is no penalty before it is shown', async () => {
    await using set = await start({
      rules: {
        time: {
          maxSeconds: 480,
          graceSeconds: 10,
          over: [
            { fromSeconds: 0, points: 200 },
            { fromSeconds: 30, points: 500 },
          ],
        },
      },
    });
    const { trial, roundId, entries } = set;
    const keeper = { ...scrutineer, role: 'timekeeper' as const };
    await trial.run(keeper, 'timer:start', { roundId, entryId: entries[0]! });
    trial.clock.advance(480_000 + 34_000);
    await trial.run(keeper, 'timer:stop', {});
    expect(await trial.heardBy('jury')).not.toContain('514000');
    expect(await trial.heardBy('public')).toContain('514000');
    const { file } = await trial.run(admin, 'round:results', { roundId });
    expect(file.penalties).toEqual([{ entry: entries[0], points: '0.500', reason: 'overtime 34 s' }]);
    expect(await everyAudience(trial)).not.toContain('overtime');
  });

  test('SC-3, SC-17: an amendment after the reveal marks what was shown; the new values are shown by a new step', async () => {
    await using set = await start();
    await set.signBoth();
    const { trial, roundId, entries, judges } = set;
    const step = { show: 'judge' as const, entryId: entries[0]!, nth: 1 };
    await trial.run(host, 'reveal:prepare', { roundId, steps: [step, step] });
    await trial.run(host, 'reveal:next', { roundId, after: 0 });
    const key = { roundId, entryId: entries[0]!, judgeId: judges[0]! };
    await trial.run(set.head, 'score:amend', {
      ...key,
      values: { [criterion]: 222_333 },
      version: 1,
      reason: '笔误',
    });
    await trial.run(scrutineer, 'score:confirm', { ...key, version: 2 });
    expect(trial.round(roundId).shown).toMatchObject([{ score: '987.651', corrected: true }]);
    expect(leaks(await everyAudience(trial), [222_333])).toEqual([]);
    await trial.run(host, 'reveal:next', { roundId, after: 1 });
    expect(trial.round(roundId).shown).toMatchObject([{ corrected: true }, { score: '222.333' }]);
  });

  test('SC-19: under pseudonyms nothing that is revealed or published says which judge gave what', async () => {
    await using set = await start({ judgesShown: 'pseudonyms', randomInt: () => 0 });
    await set.signBoth();
    const { trial, roundId, entries } = set;
    const steps = [1, 2, 3].map((nth) => ({ show: 'judge' as const, entryId: entries[0]!, nth }));
    await trial.run(host, 'reveal:prepare', { roundId, steps });
    for (const after of [0, 1, 2]) await trial.run(host, 'reveal:next', { roundId, after });
    await trial.run(host, 'round:seal', { roundId });
    await trial.run(host, 'round:publish', { roundId });
    const shown = trial.round(roundId).shown.map((one) => (one.show === 'judge' ? one.judge : ''));
    expect(shown).toEqual(['J1', 'J2', 'J3']);
    const told = JSON.stringify([trial.round(roundId).shown, trial.round(roundId).results]);
    for (const judgeId of set.judges) expect(told).not.toContain(judgeId);
  });

  test('SC-16: what is sealed stays: nobody withdraws from a sealed round, and nobody scores, amends or votes in it', async () => {
    await using set = await start();
    await set.signBoth();
    const { trial, roundId, entries, judges } = set;
    await trial.run(host, 'round:seal', { roundId });
    const key = { roundId, entryId: entries[0]!, judgeId: judges[1]! };
    const attempts = [
      trial.ask(host, 'contestant:put', { id: entries[0]!, name: '甲', status: 'withdrawn' }),
      trial.ask(set.head, 'score:amend', { ...key, values: { [criterion]: 1 }, version: 1, reason: '晚了' }),
      trial.ask(set.head, 'entry:disqualify', { roundId, entryId: entries[0]!, reason: '晚了' }),
      trial.ask(host, 'timer:start', { roundId, entryId: entries[0]! }),
      trial.ask(host, 'vote:open', { roundId }),
      trial.ask(scrutineer, 'score:waive', { ...key, reason: '晚了' }),
    ];
    for (const ack of await Promise.all(attempts)) expect(ack).toEqual(refused('CLOSED'));
    expect(
      (await trial.ask(host, 'contestant:put', { id: entries[0]!, name: '改名', status: 'frozen' })).ok,
    ).toBe(true);
    await trial.run(set.head, 'round:reopen', { roundId, reason: '漏了一张' });
    await trial.run(host, 'round:seal', { roundId });
    await trial.run(host, 'reveal:prepare', { roundId, steps: [{ show: 'board' }] });
    await trial.run(host, 'reveal:next', { roundId, after: 0 });
    expect(await trial.ask(set.head, 'round:reopen', { roundId, reason: '反悔' })).toEqual(refused('CLOSED'));
  });

  test('S3, SC-8: a round is not sealed with a judge missing, unless that is waived with a reason on record', async () => {
    await using set = await start();
    const { trial, roundId, entries, judges } = set;
    for (const [row, column] of [
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
    ] as const)
      await set.sign(row, column);
    expect(await trial.ask(host, 'round:publish', { roundId })).toEqual(refused('CLOSED'));
    expect(await trial.ask(host, 'round:seal', { roundId })).toEqual(
      refused('CLOSED', { details: { missing: [`${judges[2]}/${entries[1]}`] } }),
    );
    await trial.run(scrutineer, 'score:waive', {
      roundId,
      entryId: entries[1]!,
      judgeId: judges[2]!,
      reason: '离场',
    });
    const seals = await Promise.all([
      trial.ask(host, 'round:seal', { roundId }, 0),
      trial.ask(set.head, 'round:seal', { roundId }, 1),
    ]);
    for (const ack of seals) expect(ack.ok).toBe(true);
    expect((await trial.log()).filter(({ type }) => type === 'round:sealed')).toHaveLength(1);
    expect(await trial.ask(host, 'round:publish', { roundId })).toMatchObject({ ok: true });
  });
});
