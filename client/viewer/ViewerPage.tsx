import { useClientState } from '../ui/live/client-context.ts';
import { Gate } from './frame/Gate.tsx';
import { Room } from './frame/Room.tsx';

/** Once inside, a lost connection throws nobody out: the room stays and says so. */
export function ViewerPage() {
  const status = useClientState((state) => state.status);
  const refusal = useClientState((state) => state.refusal);
  const isIn = useClientState((state) => state.event !== null);
  const isOut = status === 'closed' || status === 'refused';
  return isIn && !isOut ? <Room /> : <Gate status={status} refusal={refusal} />;
}
