import type { Role } from '#shared/model/actor.ts';
import { useClientState } from '../ui/live/client-context.ts';

/** Who may sit at the desk: the server's own rule for what the desk hears. */
export const isDesk = (role: Role): boolean => role === 'host' || role === 'admin' || role === 'moderator';

/** Whether this desk runs the show, or moderates alone. The server decides; this only spares dead buttons. */
export const useRunsShow = (): boolean =>
  useClientState(({ you }) => you?.role === 'host' || you?.role === 'admin');
