import type { Role } from '#shared/model/actor.ts';
import type { Round } from '#shared/model/contest.ts';
import { type Cell, cellState } from './cell-state.ts';

export type CellAct = 'confirm' | 'reject' | 'amend' | 'proxy' | 'waive' | 'recuse' | 'abstain';

type Person = {
  role: Role;
  /** They entered what waits for confirmation. */
  isOwn: boolean;
  /** Its values are before their eyes: nobody vouches for what they cannot see. */
  sees: boolean;
};

/** What may be done about a card: by this person, as it stands. The server decides; this only spares dead buttons. */
export function actsOf({ role, isOwn, sees }: Person, round: Round, cell: Cell): CellAct[] {
  if (round.status !== 'open' || (role !== 'headJudge' && role !== 'scrutineer')) return [];
  const check: CellAct[] = !sees ? [] : isOwn ? ['reject'] : ['confirm', 'reject'];
  if (cell.progress?.amending) return check;
  switch (cellState(cell)) {
    case 'signed':
      return check;
    case 'locked':
      return role === 'headJudge' && sees ? ['amend'] : [];
    case 'recused':
    case 'abstained':
      return ['reject'];
    case 'blank':
    case 'draft':
      return ['proxy', 'waive', 'recuse', 'abstain'];
    case 'absent':
      return ['proxy'];
    default:
      return [];
  }
}
