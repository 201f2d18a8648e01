import type { Round } from '#shared/model/contest.ts';
import type { EventState } from '#shared/model/state.ts';
import type { CriterionId, JudgeId } from '#shared/model/ids.ts';
import type { Count } from './count.ts';
import { type Seat, takeSeat } from './seat.ts';
import { type Chance, judged, normal, thinkingSeconds } from './temper.ts';
import type { Run } from './twin.ts';

/** The judges of a contest, each on a connection of their own, scoring whoever has been on the stage. */
export type Jury = { readonly size: number; notice(state: EventState): void; leave(): void };

type Plan = { url: string; event: string; run: Run; chance: Chance; count: Count };

export async function seatJury({ url, event, run, chance, count }: Plan, start: EventState): Promise<Jury> {
  const onPanel = new Set(start.contest?.rounds.flatMap(({ panel }) => panel) ?? []);
  const seats = new Map<JudgeId, { seat: Seat; leaning: number }>();
  for (const { id, name, isHead } of start.contest?.judges ?? []) {
    if (!onPanel.has(id)) continue;
    const role = isHead ? 'headJudge' : 'judge';
    const { token } = await run('token:create', { role, name, judgeId: id, expiresInSeconds: 86_400 });
    seats.set(id, { seat: takeSeat({ url, event, token, count }), leaning: normal(chance) });
  }
  const asked = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();

  function score(round: Round, judgeId: JudgeId, entryId: Round['entries'][number]['id']): void {
    const judge = seats.get(judgeId);
    const key = `${round.id} ${entryId} ${judgeId}`;
    const hasCard = round.progress[entryId]?.[judgeId] !== undefined;
    if (judge === undefined || hasCard || round.ruleHash === null || asked.has(key)) return;
    asked.add(key);
    const values = Object.fromEntries(
      round.criteria.map((criterion) => [criterion.id, judged(criterion, judge.leaning, chance)]),
    ) as Record<CriterionId, number>;
    const card = { roundId: round.id, entryId, values, version: 0, ruleHash: round.ruleHash };
    const timer = setTimeout(
      () => void judge.seat.send('score:sign', card),
      (3 + thinkingSeconds(chance)) * 1000,
    );
    timers.add(timer);
  }

  return {
    size: seats.size,
    notice({ contest }) {
      const round = contest?.rounds.find(({ id }) => id === contest.current?.roundId);
      const entryId = contest?.current?.entryId;
      if (round?.status !== 'open' || entryId === undefined) return;
      for (const judgeId of round.panel) score(round, judgeId, entryId);
    },
    leave() {
      for (const timer of timers) clearTimeout(timer);
      for (const { seat } of seats.values()) seat.leave();
    },
  };
}
