import type { Contest, Judge } from '#shared/model/contest.ts';
import type { DeviceReport } from '#shared/model/gauges.ts';
import { activeDevices } from './judges.ts';

/** How a judge's device is, as far as it has said. `none`: no device is paired, or none has been heard of here. */
export type DeviceState =
  | { is: 'none' }
  | { is: 'here' | 'away'; seenAt: number; battery: number | null; isCharging: boolean; unsent: number };

/** A device reports every 20 s; two missed reports are an absence. */
const AWAY_MS = 45_000;

/** Of several devices the one heard of last speaks for the judge. */
export function deviceState(
  contest: Contest,
  judgeId: Judge['id'],
  reports: Readonly<Record<string, DeviceReport>>,
  now: number,
): DeviceState {
  const heard = activeDevices(contest, judgeId).flatMap(({ actorId }) => reports[actorId] ?? []);
  const last = heard.reduce<DeviceReport | null>(
    (latest, report) => (latest === null || report.at > latest.at ? report : latest),
    null,
  );
  if (last === null) return { is: 'none' };
  const { at, battery, isCharging, unsent } = last;
  return { is: now - at > AWAY_MS ? 'away' : 'here', seenAt: at, battery, isCharging, unsent };
}
