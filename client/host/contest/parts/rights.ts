import type { Role } from '#shared/model/actor.ts';
import { useClientState } from '../../../ui/live/client-context.ts';

/** What not everybody at this desk may do. The server decides; this only spares dead buttons. */
const MAY = {
  'score:waive': ['scrutineer', 'headJudge', 'admin'],
  'score:reject': ['scrutineer', 'headJudge', 'admin'],
} satisfies Record<string, readonly Role[]>;

export type Guarded = keyof typeof MAY;

export const may = (role: Role | null, act: Guarded): boolean =>
  role !== null && (MAY[act] as readonly Role[]).includes(role);

export const useMay = (act: Guarded): boolean => useClientState(({ you }) => may(you?.role ?? null, act));

export const GUARDED = Object.keys(MAY) as Guarded[];
