import type { Actor } from '#shared/model/actor.ts';
import type { RoundId } from '#shared/model/ids.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Context, Ledger } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { certify } from '../../lib/certificate.ts';

/** A certificate never changes once its round is published, so it is made once per node. */
const made = new WeakMap<Ledger, Map<RoundId, string>>();

/** SC-19. Before the round is published there is none, and no way to tell whether there is a round. */
export async function readCertificate(
  { ledger, store, slug, signer }: Context,
  _actor: Actor,
  { roundId }: Input<'round:certificate'>,
): Promise<Output<'round:certificate'>> {
  const known = made.get(ledger)?.get(roundId);
  if (known !== undefined) return { certificate: known };
  const isPublished = (): boolean =>
    ledger.state.contest?.rounds.some(({ id, status }) => id === roundId && status === 'published') ?? false;
  if (!isPublished()) await ledger.refresh();
  if (!isPublished()) fail('NOT_FOUND', `no published round ${roundId}`);
  const log = await store.readLog(slug, 0);
  const certificate = certify(log?.facts ?? [], roundId, signer);
  if (certificate === null) return fail('NOT_FOUND', `no published round ${roundId}`);
  const ofLedger = made.get(ledger) ?? new Map<RoundId, string>();
  made.set(ledger, ofLedger.set(roundId, certificate));
  return { certificate };
}
