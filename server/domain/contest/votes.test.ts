import { describe, expect, test } from 'vitest';
import {
  admin,
  everyAudience,
  host,
  scrutineer,
  signAll,
  slug,
  startContest,
  viewer,
} from '../../test/contest-trial.ts';
import { verifyCertificate } from '../../lib/verify.ts';
import { refused } from '../../test/sockets.ts';

const audience = { weight: 40, aggregate: { rule: 'maxScaled' as const, scale: 10_000 } };
const rules = { judges: { weight: 60, aggregate: { rule: 'mean' as const } }, audience };

describe('the audience’s vote', () => {
  test('SC-11: 60/40 with the most votes as full marks, exact', async () => {
    await using set = await startContest({ entries: 2, rules });
    const { trial, roundId, entries } = set;
    await signAll(set, [
      [9_200, 9_200, 9_200],
      [9_000, 9_000, 9_000],
    ]);
    await trial.run(host, 'vote:open', { roundId });
    for (let number = 1; number <= 9; number += 1)
      await trial.run(viewer(number), 'contest:vote', { roundId, entryIds: [entries[number <= 3 ? 0 : 1]!] });
    expect(await trial.ask(host, 'round:seal', { roundId })).toEqual(
      refused('CLOSED', { message: expect.stringContaining('SC-11') as never }),
    );
    await trial.run(host, 'vote:close', { roundId });
    await trial.run(host, 'round:seal', { roundId });
    const { results } = await trial.run(host, 'round:publish', { roundId });
    expect(results.map(({ entryId, figure }) => [entryId, figure])).toEqual([
      [entries[1], '9.400'],
      [entries[0], '7.520'],
    ]);
  });

  test('V1–V3: one ballot per viewer; a retry is a repeat, another choice is told of the first', async () => {
    await using set = await startContest({ rules, round: { vote: { perViewer: 2 } } });
    const { trial, roundId, entries } = set;
    const vote = (...entryIds: typeof entries) => trial.ask(viewer(1), 'contest:vote', { roundId, entryIds });
    expect(await vote(entries[0]!)).toEqual(refused('CLOSED'));
    await trial.run(host, 'vote:open', { roundId });
    expect(await vote(...entries)).toEqual(refused('INVALID'));
    expect(await vote(entries[0]!, entries[0]!)).toEqual(refused('INVALID'));
    expect(await vote('nobody' as never)).toEqual(refused('INVALID'));
    expect(await vote(entries[2]!, entries[0]!)).toMatchObject({
      ok: true,
      data: { optionIds: [entries[0], entries[2]], repeat: false },
    });
    expect(await vote(entries[0]!, entries[2]!)).toMatchObject({ ok: true, data: { repeat: true } });
    expect(await vote(entries[1]!)).toEqual(
      refused('ALREADY', {
        details: expect.objectContaining({ optionIds: [entries[0], entries[2]] }) as never,
      }),
    );
    expect(await trial.ask(host, 'contest:vote', { roundId, entryIds: entries })).toEqual(
      refused('FORBIDDEN'),
    );
    await trial.run(host, 'vote:close', { roundId });
    expect(await trial.ask(viewer(2), 'contest:vote', { roundId, entryIds: [entries[0]!] })).toEqual(
      refused('CLOSED'),
    );
    expect(await vote(entries[0]!, entries[2]!)).toMatchObject({ ok: true, data: { repeat: true } });
  });

  test('SC-11: nobody votes for a frozen or withdrawn contestant; a disqualification is not betrayed', async () => {
    await using set = await startContest({ rules });
    const { trial, roundId, entries } = set;
    await trial.run(host, 'vote:open', { roundId });
    const [frozen, withdrawn, disqualified] = entries;
    await trial.run(host, 'contestant:put', { id: frozen!, name: '甲', status: 'frozen' });
    await trial.run(host, 'contestant:put', { id: withdrawn!, name: '乙', status: 'withdrawn' });
    await trial.run(set.head, 'entry:disqualify', { roundId, entryId: disqualified!, reason: '抄袭' });
    const vote = (number: number, entryId: typeof frozen) =>
      trial.ask(viewer(number), 'contest:vote', { roundId, entryIds: [entryId!] });
    expect(await vote(1, frozen)).toEqual(refused('CLOSED'));
    expect(await vote(1, withdrawn)).toEqual(refused('CLOSED'));
    expect((await vote(1, disqualified)).ok).toBe(true);
    expect(await trial.heardBy('public')).not.toContain('抄袭');
    await trial.run(host, 'contestant:put', { id: frozen!, name: '甲' });
    expect((await vote(2, frozen)).ok).toBe(true);
    const { file } = await trial.run(admin, 'round:results', { roundId });
    expect(file.disqualified).toEqual([
      { entry: withdrawn, reason: 'withdrawn' },
      { entry: disqualified, reason: '抄袭' },
    ]);
    expect(file.parts[1]).toMatchObject({ votes: { [frozen!]: 1, [disqualified!]: 1 } });
  });

  test('a vote by the day has a box for each day; a viewer votes again on the next', async () => {
    await using set = await startContest({ rules, round: { vote: { period: 'day' } } });
    const { trial, roundId, entries } = set;
    expect(await trial.ask(host, 'vote:open', { roundId })).toEqual(refused('INVALID'));
    const { boxes } = await trial.run(host, 'vote:open', { roundId, closesAfterSeconds: 2 * 86_400 });
    expect(boxes).toHaveLength(3);
    const vote = (entryId: (typeof entries)[number]) =>
      trial.ask(viewer(1), 'contest:vote', { roundId, entryIds: [entryId] });
    expect((await vote(entries[0]!)).ok).toBe(true);
    expect(await vote(entries[1]!)).toEqual(refused('ALREADY'));
    trial.clock.advance(86_400_000);
    expect((await vote(entries[0]!)).ok).toBe(true);
    trial.clock.advance(86_400_000 + 1);
    expect(await vote(entries[1]!)).toEqual(refused('CLOSED'));
    const { file } = await trial.run(scrutineer, 'round:results', { roundId });
    expect(file.parts[1]).toMatchObject({ votes: { [entries[0]!]: 2, [entries[1]!]: 0 } });
  });

  test('SC-17: a hidden vote’s count reaches no audience before it is revealed', async () => {
    await using set = await startContest({ entries: 2, rules });
    const { trial, roundId, entries } = set;
    await trial.run(host, 'vote:open', { roundId, closesAfterSeconds: 60 });
    for (let number = 1; number <= 7; number += 1)
      await trial.run(viewer(number), 'contest:vote', { roundId, entryIds: [entries[0]!] });
    await trial.run(host, 'vote:close', { roundId });
    await signAll(set, [
      [9_000, 9_000, 9_000],
      [8_000, 8_000, 8_000],
    ]);
    await trial.run(host, 'round:seal', { roundId });
    expect(await everyAudience(trial)).not.toContain(`"${entries[0]}":7`);
    await trial.run(host, 'reveal:prepare', { roundId, steps: [{ show: 'audience' }] });
    const { shown } = await trial.run(host, 'reveal:next', { roundId, after: 0 });
    expect(shown).toEqual({
      show: 'audience',
      ballots: { cast: 7, rejected: 0 },
      entries: [
        { entryId: entries[0], votes: 7, points: '10.000' },
        { entryId: entries[1], votes: 0, points: '0.000' },
      ],
    });
  });

  test('SC-11: a vote may be set to open by the clock; before that nobody votes, and then it runs its time', async () => {
    await using set = await startContest({ rules });
    const { trial, roundId, entries } = set;
    const { boxes } = await trial.run(host, 'vote:open', {
      roundId,
      opensAfterSeconds: 300,
      closesAfterSeconds: 600,
    });
    const now = trial.clock.now();
    expect(boxes).toMatchObject([{ opensAt: now + 300_000, closesAt: now + 900_000 }]);
    const cast = (number: number) =>
      trial.ask(viewer(number), 'contest:vote', { roundId, entryIds: [entries[0]!] });
    trial.clock.advance(299_999);
    expect(await cast(1)).toEqual(refused('CLOSED'));
    trial.clock.advance(1);
    expect(await cast(1)).toMatchObject({ ok: true });
    trial.clock.advance(600_000);
    expect(await cast(2)).toEqual(refused('CLOSED'));
  });

  test('SC-11: the rundown opens and closes the vote', async () => {
    await using set = await startContest({ rules });
    const { trial, roundId } = set;
    await trial.run(host, 'rundown:set', {
      items: [
        { id: 'a', title: '演讲' },
        { id: 'b', title: '投票' },
        { id: 'c', title: '揭晓' },
      ],
      cues: [
        { itemId: 'b', do: 'openVote', roundId, closesAfterSeconds: 900 },
        { itemId: 'c', do: 'closeVote', roundId },
      ],
    });
    for (const isOpen of [undefined, true, false]) {
      expect(await trial.run(host, 'rundown:go', {})).toMatchObject({ skipped: [] });
      expect(trial.round(roundId).voting?.isOpen).toBe(isOpen);
    }
  });

  test.each([
    ['V1: nobody', []],
    ['V1: more than a ballot holds', Array.from({ length: 21 }, (_, index) => `e${index}`)],
    ['V1: an index', [-1]],
    ['V1: a name of the prototype', ['__proto__']],
    ['V1: no list', 'first'],
  ])('%s is refused', async (_, entryIds) => {
    await using set = await startContest({ rules });
    const { trial, roundId } = set;
    await trial.run(host, 'vote:open', { roundId });
    expect(await trial.ask(viewer(1), 'contest:vote', { roundId, entryIds } as never)).toEqual(
      refused('INVALID'),
    );
  });

  test('ending the event closes its votes', async () => {
    await using set = await startContest({ rules });
    const { trial, roundId, entries } = set;
    await trial.run(host, 'vote:open', { roundId });
    await trial.run(host, 'event:end', {});
    expect(trial.round(roundId).voting?.isOpen).toBe(false);
    expect(await trial.ask(viewer(1), 'contest:vote', { roundId, entryIds: [entries[0]!] })).toEqual(
      refused('CLOSED'),
    );
  });

  const rush = { subnet: '198.51.100', isVouched: false, bornAt: Date.UTC(2026, 4, 1, 12) };

  test('B4, SC-11: suspect ballots stand in quarantine: they do not count, hold up the seal, and are ruled on with a reason', async () => {
    await using set = await startContest({ entries: 2, rules });
    const { trial, roundId, entries } = set;
    await signAll(set, [
      [9_000, 9_000, 9_000],
      [9_000, 9_000, 9_000],
    ]);
    await trial.run(host, 'vote:open', { roundId });
    trial.clock.advance(120_000);
    for (let number = 1; number <= 10; number += 1)
      await trial.run(viewer(number), 'contest:vote', { roundId, entryIds: [entries[0]!] });
    const bornAt = trial.clock.now();
    for (let number = 101; number <= 200; number += 1) {
      const from = { ...rush, bornAt };
      const vote = { roundId, entryIds: [entries[1]!] };
      expect(await trial.ask(viewer(number), 'contest:vote', vote, 0, from)).toMatchObject({ ok: true });
      await trial.ask(viewer(number), 'contest:vote', vote, 0, from);
    }
    const ballots = { clean: 40, suspect: 70, unknown: 0 };
    expect(await trial.run(host, 'vote:review', { roundId })).toEqual({ ballots, sets: null });
    const { sets } = await trial.run(scrutineer, 'vote:review', { roundId });
    expect(sets?.[0]).toMatchObject({ raw: { [entries[1]!]: 100 }, suspect: { [entries[1]!]: 70 } });
    const settle = {
      roundId,
      suspect: 'reject',
      unknown: 'count',
      reason: '同一网段一分钟内集中投出',
    } as const;
    expect(await trial.ask(scrutineer, 'vote:settle', settle)).toEqual(refused('CLOSED'));
    await trial.run(host, 'vote:close', { roundId });
    expect(await trial.ask(host, 'round:seal', { roundId })).toEqual(
      refused('CLOSED', { message: expect.stringContaining('SC-11: 70 suspect') as never }),
    );
    expect(await trial.ask(host, 'vote:settle', settle)).toEqual(refused('FORBIDDEN'));
    await trial.run(scrutineer, 'vote:settle', settle);
    await trial.run(host, 'round:seal', { roundId });
    await trial.run(host, 'reveal:prepare', { roundId, steps: [{ show: 'audience' }] });
    const { shown } = await trial.run(host, 'reveal:next', { roundId, after: 0 });
    expect(shown).toMatchObject({
      ballots: { cast: 110, rejected: 70 },
      entries: [{ votes: 10 }, { votes: 30 }],
    });
    await trial.run(host, 'round:publish', { roundId });
    const { votes } = trial.round(roundId);
    expect(votes).toMatchObject({ ballots, rejected: 70, ruling: { reason: '同一网段一分钟内集中投出' } });
    expect(votes?.sets[0]?.counted).toEqual({ [entries[0]!]: 10, [entries[1]!]: 30 });
    const { certificate } = await trial.run(admin, 'round:certificate', { roundId });
    expect(verifyCertificate(certificate, trial.signer.publicKey)).toMatchObject({ is: 'equal' });
    const untrue = certificate.replace('"rejected":70', '"rejected":60');
    expect(verifyCertificate(untrue, null)).toMatchObject({ is: 'different' });
  });

  test('B4: who cannot be placed is unknown, counts until it is ruled out, and a changed ballot stays in quarantine', async () => {
    await using set = await startContest({ entries: 2, rules, round: { vote: { changeable: true } } });
    const { trial, roundId, entries } = set;
    await trial.run(host, 'vote:open', { roundId });
    const nowhere = { subnet: null, isVouched: false, bornAt: null };
    for (const entry of [0, 1])
      await trial.ask(viewer(1), 'contest:vote', { roundId, entryIds: [entries[entry]!] }, 0, nowhere);
    await trial.run(host, 'vote:close', { roundId });
    const { ballots, sets } = await trial.run(scrutineer, 'vote:review', { roundId });
    expect(ballots).toEqual({ clean: 0, suspect: 0, unknown: 1 });
    expect(sets?.[0]?.unknown).toEqual({ [entries[0]!]: 0, [entries[1]!]: 1 });
    const results = async () => (await trial.run(scrutineer, 'round:results', { roundId })).file.parts[1];
    expect(await results()).toMatchObject({ votes: { [entries[1]!]: 1 } });
    const ruling = { suspect: 'reject', unknown: 'reject', reason: '无法核实' } as const;
    await trial.run(scrutineer, 'vote:settle', { roundId, ...ruling });
    expect(await results()).toMatchObject({ votes: { [entries[1]!]: 0 } });
  });

  test('SC-12: each district gives points of its own; a viewer is of one district, and not for their own', async () => {
    const points = { rule: 'rankPoints' as const, points: [3, 2, 1] };
    await using set = await startContest({
      entries: 3,
      rules: { combine: 'sum', judges: { aggregate: points }, audience: { aggregate: points } },
      round: { vote: { groups: ['南山区', '单位1'] } },
    });
    const { trial, roundId, entries } = set;
    await signAll(set, [
      [9_000, 9_000, 9_000],
      [8_000, 8_000, 8_000],
      [7_000, 7_000, 7_000],
    ]);
    await trial.run(host, 'vote:open', { roundId });
    const cast = (number: number, entry: number, group?: string) =>
      trial.ask(viewer(number), 'contest:vote', {
        roundId,
        entryIds: [entries[entry]!],
        ...(group !== undefined && { group }),
      });
    expect(await cast(1, 0)).toEqual(refused('INVALID'));
    expect(await cast(1, 0, '罗湖区')).toEqual(refused('INVALID'));
    expect(await cast(1, 0, '单位1')).toEqual(
      refused('INVALID', { message: expect.stringContaining('SC-12') as never }),
    );
    expect(await cast(1, 2, '单位1')).toMatchObject({ ok: true });
    expect(await cast(1, 2, '单位1')).toMatchObject({ ok: true, data: { repeat: true } });
    expect(await cast(1, 2, '南山区')).toEqual(refused('ALREADY', { details: { group: '单位1' } }));
    for (const number of [2, 3, 4]) expect(await cast(number, 0, '南山区')).toMatchObject({ ok: true });
    const { viewers } = await trial.store.pulse(slug, pulse);
    expect(viewers.participations).toBe(4);
    await trial.run(host, 'vote:close', { roundId });
    await trial.run(host, 'round:seal', { roundId });
    const { results } = await trial.run(host, 'round:publish', { roundId });
    const places = (entry: number) => results.find(({ entryId }) => entryId === entries[entry]!)?.parts;
    expect(places(0)).toEqual({ judges: '9', 'audience 南山区': '3', 'audience 单位1': '3/2' });
    expect(places(2)).toEqual({ judges: '3', 'audience 南山区': '3/2', 'audience 单位1': '3' });
    const { certificate } = await trial.run(admin, 'round:certificate', { roundId });
    expect(verifyCertificate(certificate, trial.signer.publicKey)).toMatchObject({ is: 'equal' });
  });
});

const pulse = {
  node: 'n',
  leaseMs: 1_000,
  online: 0,
  arrived: [],
  seen: [],
  reactions: {},
  reactionBatches: 0,
};
