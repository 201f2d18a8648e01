import type { Actor } from '#shared/model/actor.ts';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import type { RevealStep, Shown } from '#shared/model/reveal.ts';
import type { EventState } from '#shared/model/state.ts';
import type { VoteCount } from '#shared/model/vote-count.ts';
import type { SealedState } from '#shared/model/sealed.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import { show } from '#shared/rules/contest/show.ts';
import type { Evidence } from '#shared/rules/contest/tabulation-of.ts';
import { shownScores } from '#shared/rules/scoring/calibration.ts';
import type { Context } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { contestOf, entryOf, isOut, roundOf } from './access.ts';
import { type Counted, countRound, isFinal, knownOf } from './results.ts';

/** Writes the script: what is shown from here on. What has been shown stays shown. */
export async function prepareReveal(
  context: Context,
  actor: Actor,
  { roundId, steps }: Input<'reveal:prepare'>,
): Promise<Record<string, never>> {
  return context.ledger.change(actor, context.command, (state) => {
    const round = revealable(state, roundId);
    checkSteps(round, steps);
    return { output: {}, facts: [{ type: 'reveal:prepared', payload: { roundId, steps } }] };
  });
}

/** Shows the next step: one public fact that holds exactly what the step names (SC-17). */
export async function showNext(
  context: Context,
  actor: Actor,
  { roundId, after }: Input<'reveal:next'>,
): Promise<Output<'reveal:next'>> {
  return context.ledger.change(actor, context.command, async (state, sealed) => {
    const round = revealable(state, roundId);
    const index = round.shown.length;
    if (after !== index)
      fail('CONFLICT', `SC-17: ${index} steps have been shown, not ${after}`, { details: { shown: index } });
    const [step] = round.script;
    if (step === undefined) return fail('CLOSED', 'SC-17: the script has no step left');
    const shown = await resolve(context, state, sealed, round, step);
    return {
      output: { shown, index: index + 1 },
      facts: [{ type: 'reveal:shown', payload: { roundId, shown } }],
    };
  });
}

export function checkSteps(round: Round, steps: readonly RevealStep[]): void {
  for (const step of steps) {
    if ('entryId' in step) entryOf(round, step.entryId);
    if (step.show === 'judge' && step.nth > round.panel.length)
      fail('INVALID', `SC-17: the panel has no judge ${step.nth}`);
  }
}

function revealable(state: EventState, roundId: Round['id']): Round {
  const round = roundOf(state, roundId);
  if (round.status !== 'open' && round.status !== 'sealed')
    fail('CLOSED', `SC-17: the round is ${round.status}`);
  return round;
}

async function resolve(
  context: Context,
  state: EventState,
  sealed: SealedState,
  round: Round,
  step: RevealStep,
): Promise<Shown> {
  if (step.show === 'entry') return { show: 'entry', entryId: step.entryId };
  const contest = contestOf(state);
  const { evidence, votes } = await knownOf(context, round, sealed);
  const counted = countRound(contest, round, evidence);
  if ('entryId' in step) refuseEarly(contest, round, evidence, step.entryId);
  else if (round.status !== 'sealed')
    fail('CLOSED', 'SC-17: ranks, votes and awards are shown from the sealed round alone');
  if (step.show === 'figure') refuseRelative(round);
  return shownOf(round, evidence, counted, step, votes);
}

/** What a step shows; also what a rehearsal plays, on figures that are in no log. */
export const shownOf = (
  round: Round,
  evidence: Evidence,
  { file, results, awards }: Counted,
  step: RevealStep,
  votes: VoteCount | null,
): Shown => show(step, { round, evidence, file, results, awards, votes });

/** An entry's scores are shown once all of its cards are in, and those of the calibration batch together (SC-10). */
function refuseEarly(contest: Contest, round: Round, evidence: Evidence, entryId: ContestantId): void {
  const isWhole = (id: ContestantId): boolean =>
    isOut(contest, round, id) || round.panel.every((judgeId) => isFinal(evidence.cards[id]?.[judgeId]));
  if (!isWhole(entryId)) fail('CLOSED', 'SC-5: a judge has not signed yet; nothing of this entry is shown');
  const order = round.entries.map(({ id }) => id);
  if (!shownScores(order, isWhole, round.rules.calibration).includes(entryId))
    fail('CLOSED', `SC-10: the first ${round.rules.calibration} are shown together, after the last of them`);
}

/** Places among all and standardised scores mean nothing before every entry has been scored. */
function refuseRelative({ status, rules }: Round): void {
  const rule = rules.judges?.aggregate.rule;
  if (status === 'open' && (rule === 'rankPoints' || rule === 'zMean'))
    fail('CLOSED', `SC-17: a figure by ${rule} is there when the round is sealed`);
}
