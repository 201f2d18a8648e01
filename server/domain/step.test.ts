import { describe, expect, test } from 'vitest';
import type { Actor } from '#shared/model/actor.ts';
import { host, startContest } from '../test/contest-trial.ts';
import { refused } from '../test/sockets.ts';

describe('a clicker at a contest', () => {
  test('SC-17: shows the next step of the script, once for each press, and after the last one goes on with the rundown', async () => {
    await using set = await startContest({ entries: 2, judges: 3 });
    const { trial, roundId, entries } = set;
    await trial.run(host, 'rundown:set', { items: [{ title: '颁奖' }] });
    await trial.run(host, 'stage:take', { scene: 'contest' });
    const steps = entries.map((entryId) => ({ show: 'entry' as const, entryId }));
    await trial.run(host, 'reveal:prepare', { roundId, steps });
    const { link } = await trial.run(host, 'screen:link', { screen: 'main', mayStep: true });
    const clicker: Actor = { id: link.id, role: 'screen', name: 'main', number: null };
    const next = (after: number) => trial.ask(clicker, 'stage:step', { action: 'next', after });

    await trial.run(host, 'entry:call', { roundId, entryId: entries[0]! });
    expect(await next(0)).toEqual({ ok: true, data: { did: 'step' } });
    expect(await next(0)).toEqual(refused('CONFLICT'));
    expect(trial.round(roundId).shown).toHaveLength(1);
    expect(await next(1)).toEqual({ ok: true, data: { did: 'step' } });
    expect(await next(2)).toEqual({ ok: true, data: { did: 'item' } });
    expect(trial.state.rundown).toMatchObject([{ title: '颁奖', status: 'live' }]);

    await trial.run(host, 'screen:revoke', { linkId: link.id });
    expect(trial.cut).toContain(link.id);
    expect(await next(2)).toEqual(refused('FORBIDDEN'));
  });
});
