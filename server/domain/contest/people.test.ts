import { describe, expect, test } from 'vitest';
import {
  admin,
  host,
  points,
  scrutineer,
  seat,
  startContest,
  startTrial,
  viewer,
} from '../../test/contest-trial.ts';
import { refused } from '../../test/sockets.ts';

const device = (name: string) => `${name}-${'x'.repeat(20)}`;

describe('setting up', () => {
  test('an event without a contest has none, and says so', async () => {
    await using trial = await startTrial();
    expect(trial.state.contest).toBeNull();
    expect(await trial.ask(host, 'contestant:put', { name: '甲' })).toEqual(refused('CLOSED'));
    expect(await trial.run(host, 'contest:setup', { title: '演讲比赛' })).toEqual({
      signer: trial.signer.fingerprint,
    });
    expect(trial.contest).toMatchObject({
      title: '演讲比赛',
      contestants: [],
      signer: trial.signer.fingerprint,
    });
  });

  test.each([
    ['CSV', '\uFEFF姓名,单位,简介\r\n张三,"福田, 深圳","说 ""你好"""\r\n\r\n李四,南山,\r\n'],
    ['semicolons', 'name;organisation;introduction\n张三;"福田, 深圳";"说 ""你好"""\n李四;南山;'],
    [
      'pasted cells, columns in another order',
      '单位\t姓名\t简介\t电话\n福田, 深圳\t张三\t说 "你好"\t1\n南山\t李四\t\t2',
    ],
  ])('contestants are imported from %s', async (_what, text) => {
    await using trial = await startTrial();
    await trial.run(host, 'contest:setup', { title: '演讲比赛' });
    const { contestants } = await trial.run(host, 'contestant:import', { text });
    expect(
      contestants.map(({ name, organisation, introduction }) => [name, organisation, introduction]),
    ).toEqual([
      ['张三', '福田, 深圳', '说 "你好"'],
      ['李四', '南山', ''],
    ]);
    expect(trial.contest.contestants).toEqual(contestants);
  });

  test.each([
    ['', 'nothing in it'],
    ['姓名,单位', 'no rows'],
    ['单位\n福田', 'line 1 has no column name / 姓名'],
    ['姓名,单位\n张三,福田\n,南山', 'line 3 has no name'],
    [`姓名\n${'长'.repeat(41)}`, 'line 2: name is longer than 40'],
    ['姓名\n"张三', 'a quote is not closed'],
  ])('an import that is wrong adds nobody: %j', async (text, message) => {
    await using trial = await startTrial();
    await trial.run(host, 'contest:setup', { title: '演讲比赛' });
    expect(await trial.ask(host, 'judge:import', { text })).toEqual(
      refused('INVALID', { message: expect.stringContaining(message) as never }),
    );
    expect(trial.contest.judges).toEqual([]);
  });

  test('SC-1: the order is drawn so that every order is possible, or entered; each entry once', async () => {
    await using set = await startContest({ open: false, entries: 4, randomInt: () => 0 });
    const { trial, roundId, entries } = set;
    const { order } = await trial.run(host, 'round:draw', { roundId });
    expect(order).not.toEqual(entries);
    expect(order.toSorted()).toEqual(entries.toSorted());
    expect(await trial.ask(host, 'round:draw', { roundId, order: entries.slice(1) })).toEqual(
      refused('INVALID'),
    );
    expect(
      await trial.ask(host, 'round:draw', { roundId, order: [...entries.slice(1), entries[1]!] }),
    ).toEqual(refused('INVALID'));
    await trial.run(host, 'round:draw', { roundId, order: entries.toReversed() });
    await trial.run(host, 'round:open', { roundId });
    expect(trial.round(roundId).entries.map(({ id }) => id)).toEqual(entries.toReversed());
    await trial.run(host, 'round:draw', { roundId, order: entries });
    expect(await trial.heardBy('public')).toContain('round:drawn');
  });

  test('SC-18: no audience hears of a round before it opens, but jury and desk; the hash is over criteria and rules', async () => {
    await using set = await startContest({ open: false });
    const { trial, roundId } = set;
    expect(await trial.heardBy('public')).not.toContain(roundId);
    expect(await trial.heardBy('jury')).toContain(roundId);
    const { ruleHash } = await trial.run(host, 'round:open', { roundId });
    expect(await trial.heardBy('public')).toContain(ruleHash);
    expect(await trial.run(host, 'round:open', { roundId })).toEqual({ ruleHash });
    await using same = await startContest();
    expect(same.ruleHash).toBe(ruleHash);
    await using other = await startContest({ rules: { decimals: 2 } });
    expect(other.ruleHash).not.toBe(ruleHash);
  });

  test.each([
    ['SC-11', { judges: { weight: 70, aggregate: { rule: 'mean' as const } } }],
    [
      'SC-7',
      { judges: { weight: 100, aggregate: { rule: 'trimmedMean' as const, high: 3, low: 3, minJudges: 5 } } },
    ],
    ['SC-14', { tieBreak: ['shared', 'exact'] }],
    ['SC-14', { tieBreak: ['criterion:nothing'] }],
    ['SC-9', { time: { maxSeconds: 60, minSeconds: 120 } }],
  ])('%s: a rule set that cannot be counted never opens', async (rule, rules) => {
    await using set = await startContest({ open: false, rules });
    expect(await set.trial.ask(host, 'round:open', { roundId: set.roundId })).toEqual(
      refused('INVALID', { message: expect.stringContaining(rule) as never }),
    );
  });

  test.each(['speech', 'points', 'mean100'] as const)(
    'the preset %s opens, and can be rehearsed',
    async (preset) => {
      await using set = await startContest({ open: false, judges: 5 });
      const { trial, roundId } = set;
      await trial.run(host, 'round:put', { roundId, preset });
      const tried = await trial.run(host, 'contest:rehearse', {
        roundId,
        steps: [{ show: 'board' }, { show: 'awards' }],
      });
      expect(tried.results.every(({ rank }) => rank !== null)).toBe(true);
      expect(tried.shown.map(({ show }) => show)).toEqual(['board', 'awards']);
      await trial.run(host, 'round:open', { roundId });
    },
  );
});

describe('pairing', () => {
  test('B9: a code binds the first device; the same device may ask again; a second one is refused and the desk told', async () => {
    await using set = await startContest();
    const { trial, judges, roundId, entries, ruleHash } = set;
    const { code } = await trial.run(host, 'judge:invite', { judgeId: judges[1]! });
    const mine = { code, device: device('mine'), label: '一号平板' };
    const first = await trial.run(viewer(1), 'judge:pair', mine);
    expect(first).toMatchObject({ judgeId: judges[1], name: '评委2' });
    const again = await trial.run(viewer(2), 'judge:pair', mine);
    expect(again.token).toBe(first.token);
    expect(await trial.ask(viewer(3), 'judge:pair', { code, device: device('theirs') })).toEqual(
      refused('FORBIDDEN'),
    );
    expect(trial.contest.desk.refusedPairings).toMatchObject([{ judgeId: judges[1] }]);
    expect(await trial.heardBy('jury')).not.toContain('judge:refused');
    const actor = JSON.parse(first.token);
    const card = { roundId, entryId: entries[0]!, values: points(9_000), version: 0, ruleHash };
    expect(await trial.run(actor, 'score:sign', card)).toMatchObject({ judgeId: judges[1] });
  });

  test('B9: two devices at once on two nodes: one is bound', async () => {
    await using set = await startContest();
    const { trial, judges } = set;
    const { code } = await trial.run(host, 'judge:invite', { judgeId: judges[1]! });
    const pair = (node: 0 | 1) =>
      trial.ask(viewer(node + 1), 'judge:pair', { code, device: device(`d${node}`) }, node);
    const acks = await Promise.all([pair(0), pair(1)]);
    expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(acks.find(({ ok }) => !ok)).toEqual(refused('FORBIDDEN'));
  });

  test('B9: a revoked device is refused at once, everywhere, and cut; its code does not bring it back', async () => {
    await using set = await startContest();
    const { trial, judges, roundId, entries, ruleHash } = set;
    const { code } = await trial.run(host, 'judge:invite', { judgeId: judges[1]! });
    const mine = { code, device: device('mine') };
    const actor = JSON.parse((await trial.run(viewer(1), 'judge:pair', mine)).token);
    await trial.run(host, 'judge:revoke', { actorId: actor.id });
    expect(trial.cut).toEqual([actor.id]);
    const card = { roundId, entryId: entries[0]!, values: points(9_000), version: 0, ruleHash };
    expect(await trial.ask(actor, 'score:sign', card)).toEqual(refused('FORBIDDEN'));
    expect(await trial.ask(viewer(1), 'judge:pair', mine)).toEqual(refused('FORBIDDEN'));
    expect((await trial.ask(await seat(trial, judges[1]!), 'score:sign', card)).ok).toBe(true);
  });

  test('a code that is none, or has expired, opens nothing; no code is in the log', async () => {
    await using set = await startContest();
    const { trial, judges } = set;
    const { code, expiresAt } = await trial.run(host, 'judge:invite', {
      judgeId: judges[1]!,
      validForSeconds: 60,
    });
    expect(JSON.stringify(await trial.log())).not.toContain(code);
    expect(await trial.ask(viewer(1), 'judge:pair', { code: 'guess', device: device('a') })).toEqual(
      refused('FORBIDDEN'),
    );
    trial.clock.advance(expiresAt - trial.clock.now());
    expect(await trial.ask(viewer(1), 'judge:pair', { code, device: device('a') })).toEqual(
      refused('CLOSED'),
    );
    expect(await trial.ask(scrutineer, 'judge:invite', { judgeId: judges[1]! })).toEqual(
      refused('FORBIDDEN'),
    );
  });

  test('a token minted again with the same command is the same judge’s', async () => {
    await using set = await startContest();
    const mint = { role: 'judge' as const, name: '评委', judgeId: set.judges[1]!, commandId: 'mint-1' };
    const [first, second] = [
      await set.trial.run(admin, 'token:create', mint),
      await set.trial.run(admin, 'token:create', mint),
    ];
    expect(JSON.parse(second.token).id).toBe(JSON.parse(first.token).id);
    expect(
      await set.trial.ask(admin, 'token:create', { ...mint, role: 'host', commandId: 'mint-2' }),
    ).toEqual(refused('INVALID'));
  });
});
