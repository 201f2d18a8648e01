import type { Audience, Role } from '../model/actor.ts';
import { unreachable } from './unreachable.ts';

/** What a role hears. */
export function audienceOf(role: Role): Audience {
  switch (role) {
    case 'viewer':
    case 'screen':
    // The clock is not for the jury's ears, and the timekeeper needs nothing else (SC-9).
    case 'timekeeper':
      return 'public';
    case 'judge':
    case 'headJudge':
    case 'scrutineer':
      return 'jury';
    case 'moderator':
    case 'host':
    case 'admin':
      return 'staff';
    default:
      return unreachable(role);
  }
}

/** Who may look at an event that is not announced yet: whoever works for it. */
export const seesDrafts = (role: Role): boolean => role !== 'viewer' && role !== 'screen';
