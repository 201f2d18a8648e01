import { expect, it } from 'vitest';
import { contestCommands } from '#shared/protocol/contest-commands.ts';
import { ROLES } from '#shared/limits.ts';
import { GUARDED, may } from './rights.ts';

it.each(GUARDED)('%s: the desk offers it to those whom the server lets', (act) => {
  const allowed: readonly string[] = contestCommands[act].roles;
  for (const role of ROLES) expect(may(role, act)).toBe(allowed.includes(role));
  expect(may(null, act)).toBe(false);
});
