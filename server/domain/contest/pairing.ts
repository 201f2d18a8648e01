import { createHash } from 'node:crypto';
import type { Actor } from '#shared/model/actor.ts';
import type { Judge, JudgeDevice } from '#shared/model/contest.ts';
import type { ActorId, JudgeId } from '#shared/model/ids.ts';
import type { Invitation, SealedState } from '#shared/model/sealed.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Context, Decision } from '../../context.ts';
import { fail } from '../../lib/app-error.ts';
import { contestOf, findJudge } from './access.ts';

/** Devices that may act for one judge at the same time. */
const DEVICES = 5;

/** Not recorded as a command: the answer holds a secret, and another code is no harm. */
export async function inviteJudge(
  context: Context,
  actor: Actor,
  { judgeId, validForSeconds }: Input<'judge:invite'>,
): Promise<Output<'judge:invite'>> {
  const code = context.ids.code();
  const expiresAt = context.clock.now() + validForSeconds * 1_000;
  return context.ledger.change(actor, null, (state) => {
    findJudge(state, judgeId);
    const codeHash = digest(code);
    return {
      output: { code, expiresAt },
      facts: [{ type: 'judge:invited', payload: { judgeId, codeHash, expiresAt } }],
    };
  });
}

type Pairing = { is: 'bound'; judgeId: JudgeId; actorId: ActorId } | { is: 'refused' };

/**
 * The first device that shows a code is bound to it; the same device may show it again, when its answer was lost. On
 * any other device it is refused, and the desk is told (a forwarded link).
 */
export async function pairJudge(
  context: Context,
  actor: Actor,
  { code, device, label }: Input<'judge:pair'>,
): Promise<Output<'judge:pair'>> {
  await context.ledger.refresh();
  const [codeHash, deviceHash] = [digest(code), digest(device)];
  const paired = await context.ledger.change<Pairing>(actor, null, (state, sealed) => {
    const { judgeId, invitation } = findInvitation(sealed, codeHash);
    const judge = findJudge(state, judgeId);
    const at = context.clock.now();
    if (invitation.device === deviceHash && invitation.actorId !== null) {
      const actorId = invitation.actorId as ActorId;
      const known = contestOf(state).desk.devices.find((other) => other.actorId === actorId);
      if (known?.revokedAt !== null) fail('FORBIDDEN', 'this device was revoked');
      return { output: { is: 'bound', judgeId, actorId }, facts: [] };
    }
    if (invitation.device !== null)
      return { output: { is: 'refused' }, facts: [{ type: 'judge:refused', payload: { judgeId, at } }] };
    if (at >= invitation.expiresAt) fail('CLOSED', 'the code has expired');
    const active = contestOf(state).desk.devices.filter(
      (other) => other.judgeId === judgeId && other.revokedAt === null,
    );
    if (active.length >= DEVICES) fail('CLOSED', `the judge has ${DEVICES} devices; revoke one first`);
    const actorId = context.ids.actor(roleOf(judge));
    return {
      output: { is: 'bound', judgeId, actorId },
      facts: [
        { type: 'judge:bound', payload: { judgeId, codeHash, device: deviceHash, actorId } },
        { type: 'judge:paired', payload: { device: deviceOf(actorId, judgeId, label, at) } },
      ],
    };
  });
  if (paired.is === 'refused')
    fail('FORBIDDEN', 'the code was used on another device; ask the desk for a new one');
  const { judgeId, actorId } = paired;
  const judge = findJudge(context.ledger.state, judgeId);
  const bearer: Actor = { id: actorId, role: roleOf(judge), name: judge.name, number: null };
  return { token: context.mintToken(context.slug, bearer, null), judgeId, name: judge.name };
}

/** A token minted for a judge binds its bearer as a pairing would; sent again, it is the bearer of the first time. */
export function bindToken(
  context: Context,
  actor: Actor,
  judgeId: JudgeId,
  actorId: ActorId,
  label: string,
): Promise<ActorId> {
  return context.ledger.change(actor, context.command, (state): Decision<ActorId> => {
    findJudge(state, judgeId);
    const device = deviceOf(actorId, judgeId, label, context.clock.now());
    return { output: actorId, facts: [{ type: 'judge:paired', payload: { device } }] };
  });
}

/** Heard by the desk on every node, and forgotten: battery, and what has not been sent. */
export async function reportDevice(
  { live, clock }: Context,
  actor: Actor,
  report: Input<'device:report'>,
): Promise<Record<string, never>> {
  live.reportDevice(actor.id, { ...report, at: clock.now() });
  return {};
}

/** From now on the device is refused everywhere, and cut off. */
export async function revokeDevice(
  context: Context,
  actor: Actor,
  { actorId }: Input<'judge:revoke'>,
): Promise<JudgeDevice> {
  const revoked = await context.ledger.change(actor, context.command, (state): Decision<JudgeDevice> => {
    const { devices } = contestOf(state).desk;
    const device =
      devices.find((other) => other.actorId === actorId) ?? fail('INVALID', `no device ${actorId}`);
    if (device.revokedAt !== null) return { output: device, facts: [] };
    const at = context.clock.now();
    return {
      output: { ...device, revokedAt: at },
      facts: [{ type: 'judge:revoked', payload: { actorId, at } }],
    };
  });
  context.live.disconnect(actorId);
  return revoked;
}

const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

const roleOf = ({ isHead }: Judge): 'judge' | 'headJudge' => (isHead ? 'headJudge' : 'judge');

const deviceOf = (actorId: ActorId, judgeId: JudgeId, label: string, pairedAt: number): JudgeDevice => ({
  actorId,
  judgeId,
  label,
  pairedAt,
  revokedAt: null,
});

function findInvitation(sealed: SealedState, codeHash: string): { judgeId: JudgeId; invitation: Invitation } {
  for (const [judgeId, invitations] of Object.entries(sealed.invitations)) {
    const invitation = invitations.find((other) => other.codeHash === codeHash);
    if (invitation !== undefined) return { judgeId: judgeId as JudgeId, invitation };
  }
  return fail('FORBIDDEN', 'no such code');
}
