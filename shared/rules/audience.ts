import type { Audience, Role } from '../model/actor.ts';
import { unreachable } from './unreachable.ts';

/** What a role hears. */
export function audienceOf(role: Role): Audience {
  switch (role) {
    case 'viewer':
    case 'screen':
      return 'public';
    case 'judge':
    case 'headJudge':
    case 'scrutineer':
    case 'timekeeper':
      return 'jury';
    case 'moderator':
    case 'host':
    case 'admin':
      return 'staff';
    default:
      return unreachable(role);
  }
}
