import { describe, expect, test } from 'vitest';
import type { RawInput } from '#shared/protocol/commands.ts';
import { CriterionId, ContestantId, RoundId } from '#shared/model/ids.ts';
import { cardOf } from '#shared/rules/contest/fold-sealed.ts';
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

type Started = Awaited<ReturnType<typeof startContest>>;

/** A card of the first entry by the second judge, who is no head judge. */
const cardFor = (
  { roundId, entries, ruleHash }: Started,
  thousandths: number,
  version = 0,
): RawInput<'score:sign'> => ({
  roundId,
  entryId: entries[0]!,
  values: points(thousandths),
  version,
  ruleHash,
});
const keyOf = ({ roundId, entries, judges }: Started, judge = 1) => ({
  roundId,
  entryId: entries[0]!,
  judgeId: judges[judge]!,
});

describe('score entry', () => {
  test.each([
    ['off step', { score: 10_005 - 5_000 + 1 }, 'SC-1: score'],
    ['above max', { score: 10_010 }, 'SC-1: score 10.010 is not in [0.000, 10.000]'],
    ['below min', { score: -10 }, 'SC-1: score'],
    ['missing', {}, 'SC-2: score has no value'],
    ['of another criterion', { score: 9_000, grace: 9_000 }, 'SC-1: grace is not a criterion'],
  ])('SC-1, S1: a value %s is refused, naming the criterion', async (_what, values, message) => {
    await using set = await startContest();
    const input = { ...cardFor(set, 9_000), values };
    expect(await set.trial.ask(set.actors[1]!, 'score:sign', input as never)).toEqual(
      refused('INVALID', { message: expect.stringContaining(message) as never }),
    );
    expect(set.trial.round(set.roundId).progress).toEqual({});
  });

  test.each([9.5, '9500', Number.NaN, 2 ** 53, null, [9_500]])(
    'SC-1, P16: %j is no figure',
    async (value) => {
      await using set = await startContest();
      const input = { ...cardFor(set, 0), values: { score: value } };
      expect(await set.trial.ask(set.actors[1]!, 'score:sign', input as never)).toEqual(refused('INVALID'));
    },
  );

  test('S1: another round’s contestant, another rubric and an unknown round are refused', async () => {
    await using set = await startContest();
    const { id } = await set.trial.run(host, 'contestant:put', { name: '不在本轮' });
    const [, judge] = set.actors;
    const send = (change: object) =>
      set.trial.ask(judge!, 'score:sign', { ...cardFor(set, 9_000), ...change });
    expect(await send({ entryId: id })).toEqual(
      refused('INVALID', { message: expect.stringContaining('SC-1') as never }),
    );
    expect(await send({ ruleHash: 'f'.repeat(64) })).toEqual(
      refused('INVALID', { message: expect.stringContaining('SC-18') as never }),
    );
    expect(await send({ roundId: RoundId.parse('nowhere') })).toEqual(refused('INVALID'));
    expect(await send({ entryId: ContestantId.parse('__proto__') })).toEqual(refused('INVALID'));
  });

  test('S2: a viewer as judge, a judge without a seat, and judge A as judge B are refused', async () => {
    await using set = await startContest();
    const { trial } = set;
    expect(await trial.ask(viewer(7), 'score:sign', cardFor(set, 9_000))).toEqual(refused('FORBIDDEN'));
    expect(await trial.ask(host, 'score:sign', cardFor(set, 9_000))).toEqual(refused('FORBIDDEN'));
    const { token } = await trial.run(admin, 'token:create', { role: 'judge', name: '没有席位' });
    expect(await trial.ask(JSON.parse(token), 'score:sign', cardFor(set, 9_000))).toEqual(
      refused('FORBIDDEN'),
    );
    const asB = { ...keyOf(set, 2), reason: '替他' };
    expect(await trial.ask(set.actors[1]!, 'score:recuse', asB)).toEqual(refused('FORBIDDEN'));
    const named = { ...cardFor(set, 9_000), judgeId: set.judges[2]! };
    expect(await trial.ask(set.actors[1]!, 'score:sign', named as never)).toEqual(refused('INVALID'));
    const { id } = await trial.run(host, 'judge:put', { name: '候补' });
    expect(await trial.ask(await seat(trial, id), 'score:sign', cardFor(set, 9_000))).toEqual(
      refused('FORBIDDEN', { message: expect.stringContaining('panel') as never }),
    );
  });

  test('SC-2: the sum has limits of its own, apart from those of its parts', async () => {
    await using set = await startContest({ rules: { total: { min: 6_000, max: 9_900 } } });
    const send = (value: number) => set.trial.ask(set.actors[1]!, 'score:sign', cardFor(set, value));
    expect(await send(5_990)).toEqual(
      refused('INVALID', { message: expect.stringContaining('SC-2: the sum 5.99') as never }),
    );
    expect(await send(9_910)).toEqual(refused('INVALID'));
    expect((await send(9_900)).ok).toBe(true);
  });

  test('SC-2: weights count, in thousandths', async () => {
    const [a, b] = [CriterionId.parse('a'), CriterionId.parse('b')];
    const criterion = (id: CriterionId, weight: number) => ({
      id,
      name: { zh: id },
      min: 0,
      max: 10_000,
      step: 10,
      weight,
    });
    await using set = await startContest({
      entries: 1,
      judges: 1,
      round: { criteria: [criterion(a, 2_000), criterion(b, 500)] },
    });
    const values = { [a]: 9_000, [b]: 8_000 };
    await set.trial.run(set.head, 'score:sign', { ...cardFor(set, 0), values });
    const { results } = await set.trial.run(admin, 'round:results', { roundId: set.roundId });
    expect(results[0]).toMatchObject({ figure: '22.000', exact: '22' });
  });
});

describe('states of a card', () => {
  test('SC-3: a draft is kept for the second device; signing locks it under `auto`', async () => {
    await using set = await startContest();
    const { trial, actors } = set;
    const { ruleHash: _hash, ...draft } = cardFor(set, 9_100);
    expect(await trial.run(actors[1]!, 'score:save', draft)).toMatchObject({ version: 1, status: 'draft' });
    const second = await seat(trial, set.judges[1]!);
    expect(await trial.run(second, 'score:sign', cardFor(set, 9_200, 1))).toMatchObject({
      version: 2,
      status: 'locked',
    });
    expect(trial.notices.at(-1)).toMatchObject({
      notice: { about: 'card', card: { values: points(9_200) } },
    });
    expect(new Set(trial.notices.slice(-2).map(({ actorId }) => actorId))).toEqual(
      new Set([actors[1]!.id, second.id]),
    );
  });

  test('S2: a stale version is a conflict with the present record; after the lock it is closed', async () => {
    await using set = await startContest();
    const { trial } = set;
    const judge = set.actors[1]!;
    const { ruleHash: _hash, ...draft } = cardFor(set, 9_100);
    await trial.run(judge, 'score:save', draft);
    expect(await trial.ask(judge, 'score:save', { ...draft, values: points(8_000) })).toEqual(
      refused('CONFLICT', {
        retryable: false,
        details: { card: expect.objectContaining({ version: 1, values: points(9_100) }) as never },
      }),
    );
    await trial.run(judge, 'score:sign', cardFor(set, 9_100, 1));
    expect(await trial.ask(judge, 'score:sign', cardFor(set, 9_900, 2))).toEqual(
      refused('CLOSED', {
        details: { card: expect.objectContaining({ status: 'locked', values: points(9_100) }) as never },
      }),
    );
    expect(await trial.run(judge, 'score:sign', cardFor(set, 9_100, 0))).toMatchObject({
      version: 2,
      status: 'locked',
    });
  });

  test('SC-3: sent again with the same id, from either node, a card counts once', async () => {
    await using set = await startContest();
    const { trial } = set;
    const input = { ...cardFor(set, 9_100), commandId: 'sign-1' };
    const acks = await Promise.all(
      [0, 1, 0, 1].map((node) => trial.ask(set.actors[1]!, 'score:sign', input, node as 0 | 1)),
    );
    for (const ack of acks) expect(ack).toMatchObject({ ok: true, data: { version: 1 } });
    expect((await trial.log()).filter(({ type }) => type === 'card:recorded')).toHaveLength(1);
    expect(
      await trial.ask(set.actors[1]!, 'score:sign', { ...cardFor(set, 9_200), commandId: 'sign-1' }),
    ).toEqual(refused('ID_REUSE'));
  });

  test('SC-3: under `scrutineer` somebody else confirms, cannot edit, and may send it back', async () => {
    await using set = await startContest({ rules: { confirm: 'scrutineer' } });
    const { trial, head, roundId } = set;
    await trial.run(head, 'score:sign', cardFor(set, 9_000));
    const key = keyOf(set, 0);
    expect(await trial.ask(head, 'score:confirm', { ...key, version: 1 })).toEqual(refused('FORBIDDEN'));
    const onSecondDevice = await seat(trial, set.judges[0]!, 'headJudge');
    expect(await trial.ask(onSecondDevice, 'score:confirm', { ...key, version: 1 })).toEqual(
      refused('FORBIDDEN'),
    );
    const edited = { ...key, version: 1, values: points(10_000) };
    expect(await trial.ask(scrutineer, 'score:confirm', edited as never)).toEqual(refused('INVALID'));
    expect(await trial.run(scrutineer, 'score:reject', { ...key, version: 1, reason: '笔误' })).toMatchObject(
      { status: 'draft' },
    );
    await trial.run(head, 'score:sign', cardFor(set, 9_500, 2));
    expect(await trial.ask(scrutineer, 'score:confirm', { ...key, version: 1 })).toEqual(refused('CONFLICT'));
    expect(await trial.run(scrutineer, 'score:confirm', { ...key, version: 3 })).toMatchObject({
      status: 'locked',
    });
    const { cards } = await trial.run(admin, 'round:results', { roundId });
    expect(
      cards[0]?.history.map(({ step, values, reason }) => [
        step,
        values?.[CriterionId.parse('score')] ?? null,
        reason,
      ]),
    ).toEqual([
      ['signed', 9_000, ''],
      ['rejected', null, '笔误'],
      ['signed', 9_500, ''],
      ['confirmed', null, ''],
    ]);
  });

  test('SC-3, SC-8: signed and unconfirmed does not count', async () => {
    await using set = await startContest({ entries: 1, rules: { confirm: 'scrutineer' } });
    await signAll(set, [[9_000, 8_000, 7_000]]);
    await set.trial.run(scrutineer, 'score:confirm', { ...keyOf(set, 2), version: 1 });
    const { results } = await set.trial.run(admin, 'round:results', { roundId: set.roundId });
    expect(results[0]?.figure).toBe('7.000');
  });

  test('SC-3: an amendment has a reason and a second person; until then, and on record, the old value stands', async () => {
    await using set = await startContest({ entries: 1 });
    const { trial, head, roundId } = set;
    await signAll(set, [[9_000, 8_000, 7_000]]);
    const key = keyOf(set);
    const amend = { ...key, values: points(8_900), version: 1, reason: '把 8.90 看成 8.00' };
    expect(await trial.ask(set.actors[1]!, 'score:amend', amend)).toEqual(refused('FORBIDDEN'));
    expect(await trial.ask(head, 'score:amend', { ...amend, reason: ' ' })).toEqual(refused('INVALID'));
    expect(await trial.run(head, 'score:amend', amend)).toMatchObject({ status: 'locked', amending: true });
    const figure = async () => (await trial.run(admin, 'round:results', { roundId })).results[0]?.figure;
    expect(await figure()).toBe('8.000');
    expect(await trial.ask(head, 'score:confirm', { ...key, version: 2 })).toEqual(refused('FORBIDDEN'));
    expect(await trial.ask(host, 'round:seal', { roundId })).toEqual(refused('CLOSED'));
    await trial.run(scrutineer, 'score:confirm', { ...key, version: 2 });
    expect(await figure()).toBe('8.300');
    const card = cardOf(trial.nodes[0].ledger.sealed, key);
    expect(card?.history.map(({ step, values }) => [step, values])).toEqual([
      ['signed', points(8_000)],
      ['amendmentAsked', points(8_900)],
      ['amended', null],
    ]);
  });

  test('S3: two head judges at once amend one card: one of them wins, the other is told', async () => {
    await using set = await startContest({ entries: 1 });
    const { trial } = set;
    await signAll(set, [[9_000, 8_000, 7_000]]);
    const { id } = await trial.run(host, 'judge:put', { name: '副主任', isHead: true });
    const other = await seat(trial, id, 'headJudge');
    const amend = (value: number) => ({ ...keyOf(set), values: points(value), version: 1, reason: '更正' });
    const acks = await Promise.all([
      trial.ask(set.head, 'score:amend', amend(8_500), 0),
      trial.ask(other, 'score:amend', amend(8_600), 1),
    ]);
    expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(acks.find(({ ok }) => !ok)).toEqual(refused('CONFLICT'));
  });

  test('SC-4: recusal, abstention and absence differ, and are on record; a declared conflict recuses by itself', async () => {
    await using set = await startContest({ judges: 4, open: false });
    const { trial, roundId, judges, entries } = set;
    await trial.run(set.actors[3]!, 'judge:conflict', {
      judgeId: judges[3]!,
      contestantIds: [],
      organisations: ['单位1'],
    });
    expect(await trial.ask(set.actors[3]!, 'judge:conflict', { judgeId: judges[0]! })).toEqual(
      refused('FORBIDDEN'),
    );
    await trial.run(host, 'round:open', { roundId });
    const [entryId] = entries;
    expect(trial.round(roundId).progress[entryId!]).toEqual({
      [judges[3]!]: { status: 'recused', version: 1, proxy: false, amending: false },
    });
    const card = {
      roundId,
      entryId: entryId!,
      values: points(9_000),
      version: 1,
      ruleHash: trial.round(roundId).ruleHash!,
    };
    expect(await trial.ask(set.actors[3]!, 'score:sign', card)).toEqual(refused('CLOSED'));
    await trial.run(set.actors[1]!, 'score:recuse', { roundId, entryId: entryId!, reason: '同事' });
    await trial.run(set.actors[2]!, 'score:abstain', { roundId, entryId: entryId!, reason: '没听清' });
    await trial.run(scrutineer, 'score:waive', { ...keyOf(set, 0), reason: '平板没电' });
    const statuses = Object.values(trial.round(roundId).progress[entryId!]!).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['absent', 'abstained', 'recused', 'recused']);
    const { file } = await trial.run(admin, 'round:results', { roundId });
    expect(file.parts[0]).toMatchObject({
      recused: expect.arrayContaining([{ judge: judges[1], entry: entryId }]) as never,
    });
    expect(await trial.run(set.head, 'score:sign', card)).toMatchObject({ status: 'locked' });
  });

  test('SC-4: a card from paper is marked, with who entered it; that person cannot confirm it', async () => {
    await using set = await startContest({ rules: { confirm: 'scrutineer' } });
    const { trial } = set;
    const paper = { ...cardFor(set, 9_000), judgeId: set.judges[1]! };
    expect(await trial.ask(set.actors[1]!, 'score:proxy', paper)).toEqual(refused('FORBIDDEN'));
    expect(await trial.run(scrutineer, 'score:proxy', paper)).toEqual({
      status: 'signed',
      version: 1,
      proxy: true,
      amending: false,
    });
    expect(await trial.ask(scrutineer, 'score:confirm', { ...keyOf(set), version: 1 })).toEqual(
      refused('FORBIDDEN'),
    );
    await trial.run(set.head, 'score:confirm', { ...keyOf(set), version: 1 });
    const { cards } = await trial.run(admin, 'round:results', { roundId: set.roundId });
    expect(cards[0]).toMatchObject({ proxy: true, enteredBy: scrutineer.id, status: 'locked' });
  });

  test('SC-18: once a round is open its criteria, panel and rules are fixed, and its judges stay', async () => {
    await using set = await startContest();
    const { trial, roundId } = set;
    const attempts = [
      trial.ask(host, 'round:put', { roundId, panel: [] }),
      trial.ask(host, 'round:rules', { roundId, judges: { aggregate: { rule: 'median' } } }),
      trial.ask(host, 'round:remove', { roundId }),
      trial.ask(host, 'judge:remove', { judgeId: set.judges[1]! }),
      trial.ask(host, 'contestant:remove', { contestantId: set.entries[0]! }),
    ];
    for (const ack of await Promise.all(attempts)) expect(ack).toEqual(refused('CLOSED'));
    await signAll(set, [[9_000]]);
    expect(await trial.ask(host, 'round:draw', { roundId })).toEqual(refused('CLOSED'));
  });
});
