import { describe, expect, test } from 'vitest';
import type { Actor } from '#shared/model/actor.ts';
import type { ContestantId, JudgeId, RoundId } from '#shared/model/ids.ts';
import type { Values } from '#shared/model/scorecard.ts';
import { blankSealed, cardOf, foldSealed } from '#shared/rules/contest/fold-sealed.ts';
import { verifyCertificate } from '../../lib/verify.ts';
import {
  admin,
  host,
  points,
  scrutineer,
  seat,
  startTrial,
  timekeeper,
  type Trial,
  viewer,
} from '../../test/contest-trial.ts';

const CONTESTANTS = 12;
const JUDGES = 7;

function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Play = { trial: Trial; random: (below: number) => number; actors: Actor[]; judges: JudgeId[] };

/** Every judge signs every entry: in random order, over both nodes, each sent one to four times, some after a draft. */
async function score({ trial, random, actors, judges }: Play, roundId: RoundId, entries: ContestantId[]) {
  const { ruleHash } = trial.round(roundId);
  const expected = new Map<string, Values>();
  const tasks = entries.flatMap((entryId) =>
    actors.map((actor, index) => ({ entryId, actor, judgeId: judges[index]! })),
  );
  for (let last = tasks.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [tasks[last], tasks[other]] = [tasks[other]!, tasks[last]!];
  }
  const play = async ({ entryId, actor, judgeId }: (typeof tasks)[number]): Promise<void> => {
    const values = points(7_000 + random(300) * 10);
    expected.set(`${entryId} ${judgeId}`, values);
    let version = 0;
    if (random(3) === 0) {
      const drafted = await trial.ask(
        actor,
        'score:save',
        { roundId, entryId, values: points(5_000), version: 0 },
        node(random),
      );
      version = drafted.ok ? drafted.data.version : -1;
    }
    const sign = {
      roundId,
      entryId,
      values,
      version,
      ruleHash: ruleHash!,
      commandId: `${roundId}-${entryId}`,
    };
    const times = 1 + random(4);
    const acks = await Promise.all(
      Array.from({ length: times }, () => trial.ask(actor, 'score:sign', sign, node(random))),
    );
    for (const ack of acks) expect(ack).toMatchObject({ ok: true, data: { status: 'locked', values } });
  };
  for (let at = 0; at < tasks.length; at += 5) await Promise.all(tasks.slice(at, at + 5).map(play));
  return expected;
}
const node = (random: (below: number) => number): 0 | 1 => (random(2) === 0 ? 0 : 1);

describe('a whole contest', () => {
  test.each([1, 20_260_501, 77])(
    'SC-3, SC-13, SC-19: 12 contestants, 7 judges, 2 rounds, played in random order with retries and doubles (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      await using trial = await startTrial({ randomInt: random });
      await trial.run(host, 'contest:setup', { title: '鹏城新力演讲比赛' });
      const text = [
        '姓名,单位',
        ...Array.from({ length: CONTESTANTS }, (_, index) => `选手${index + 1},区${index % 5}`),
      ];
      const { contestants } = await trial.run(host, 'contestant:import', { text: text.join('\r\n') });
      const ids = contestants.map(({ id }) => id);
      const { judges: seats } = await trial.run(host, 'judge:import', {
        text: ['姓名', ...Array.from({ length: JUDGES }, (_, index) => `评委${index + 1}`)].join('\n'),
      });
      const [first] = seats;
      await trial.run(host, 'judge:put', { ...first!, isHead: true });
      const judges = seats.map(({ id }) => id);
      const actors: Actor[] = [];
      for (const judgeId of judges)
        actors.push(await seat(trial, judgeId, judgeId === first!.id ? 'headJudge' : 'judge'));
      const play: Play = { trial, random, actors, judges };

      const preliminary = await trial.run(host, 'round:put', {
        title: '初赛',
        entries: ids.map((id) => ({ id })),
        panel: judges,
        preset: 'speech',
      });
      await trial.run(host, 'round:rules', {
        roundId: preliminary.id,
        ...preliminary.rules,
        judges: { ...preliminary.rules.judges!, weight: 100 },
        audience: null,
      });
      const { order } = await trial.run(host, 'round:draw', { roundId: preliminary.id });
      await trial.run(host, 'round:open', { roundId: preliminary.id });
      await score(play, preliminary.id, order);
      await trial.run(host, 'round:seal', { roundId: preliminary.id });
      const { results } = await trial.run(host, 'round:publish', { roundId: preliminary.id });
      const through = results.slice(0, 6).map(({ entryId }) => entryId);

      const final = await trial.run(host, 'round:put', {
        title: '决赛',
        entries: through.map((id) => ({ id })),
        panel: judges,
        preset: 'speech',
      });
      await trial.run(host, 'round:rules', {
        roundId: final.id,
        ...final.rules,
        judges: { ...final.rules.judges!, weight: 45 },
        carry: { roundId: preliminary.id, weight: 15 },
      });
      await trial.run(host, 'round:open', { roundId: final.id });
      await trial.run(host, 'vote:open', { roundId: final.id, closesAfterSeconds: 600 });
      const expected = await score(play, final.id, through);
      await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          trial.ask(
            viewer(index + 1),
            'contest:vote',
            { roundId: final.id, entryIds: [through[random(6)]!] },
            node(random),
          ),
        ),
      );
      await trial.run(timekeeper, 'timer:start', { roundId: final.id, entryId: through[0]! });
      trial.clock.advance(495_000);
      await trial.run(timekeeper, 'timer:stop', {});

      const key = { roundId: final.id, entryId: through[1]!, judgeId: judges[3]! };
      const before = cardOf(trial.nodes[0].ledger.sealed, key)!;
      await trial.run(actors[0]!, 'score:amend', {
        ...key,
        values: points(9_870),
        version: before.version,
        reason: '抄写有误',
      });
      await trial.run(scrutineer, 'score:confirm', { ...key, version: before.version + 1 });
      expected.set(`${key.entryId} ${key.judgeId}`, points(9_870));

      await trial.run(host, 'vote:close', { roundId: final.id });
      await trial.run(host, 'round:seal', { roundId: final.id });
      const steps = [3, 2, 1].map((rank) => ({ show: 'place' as const, rank }));
      await trial.run(host, 'reveal:prepare', { roundId: final.id, steps: [...steps, { show: 'awards' }] });
      for (let after = 0; after < 4; after += 1)
        await trial.run(host, 'reveal:next', { roundId: final.id, after });
      const outcome = await trial.run(host, 'round:publish', { roundId: final.id });
      expect(outcome.results.map(({ rank }) => rank)).toHaveLength(6);

      // No signed score lost or doubled: the log, folded anew, has each card once and as signed last.
      const log = await trial.log();
      const sealed = log.reduce(foldSealed, blankSealed);
      const cards = Object.values(sealed.rounds[final.id]!.cards).flatMap((ofEntry) =>
        Object.values(ofEntry),
      );
      expect(cards).toHaveLength(6 * JUDGES);
      for (const card of cards) expect(card.values).toEqual(expected.get(`${card.entryId} ${card.judgeId}`));
      const signed = log.filter(
        (fact) => fact.type === 'card:recorded' && fact.payload.entry.step === 'signed',
      );
      expect(signed).toHaveLength((CONTESTANTS + 6) * JUDGES);

      for (const { id: roundId } of [preliminary, final]) {
        const { certificate } = await trial.run(admin, 'round:certificate', { roundId });
        expect(verifyCertificate(certificate, trial.signer.publicKey)).toMatchObject({
          is: 'equal',
          isKeyChecked: true,
        });
      }
      const counted = sealed.rounds[final.id]?.votes?.sets[0]?.counted ?? {};
      expect(Object.values(counted).reduce((sum, count) => sum + count, 0)).toBe(60);
    },
    30_000,
  );
});
