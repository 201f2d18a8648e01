import type { Role } from '#shared/model/actor.ts';
import type { Round } from '#shared/model/contest.ts';
import { type Cell, cellState } from './cell-state.ts';

export type CellAct = 'confirm' | 'reject' | 'amend' | 'proxy' | 'waive' | 'recuse' | 'abstain';

/** What may be done about a card: by this role, as it stands. The server decides; this only spares dead buttons. */
export function actsOf(role: Role, round: Round, cell: Cell, isOwn: boolean): CellAct[] {
  if (round.status !== 'open' || (role !== 'headJudge' && role !== 'scrutineer')) return [];
  if (cell.progress?.amending) return isOwn ? ['reject'] : ['confirm', 'reject'];
  switch (cellState(cell)) {
    case 'signed':
      return isOwn ? ['reject'] : ['confirm', 'reject'];
    case 'locked':
      return role === 'headJudge' ? ['amend'] : [];
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
