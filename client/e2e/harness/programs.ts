import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What these tests drive besides the product, by the names it goes by. */
const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  redis: ['redis-server'],
} as const;
type Program = keyof typeof PROGRAMS;

/** Its path, or null when this machine has none. */
export function pathOf(program: Program): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = PROGRAMS[program].flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(isProgram) ?? null;
}

/** For `describe.skipIf`: what is lacking leaves the tests out with a loud word, and is a failure where all must run. */
export function lacks(...programs: readonly Program[]): boolean {
  const absent = programs.filter((program) => pathOf(program) === null);
  if (absent.length === 0) return false;
  const names = absent.flatMap((program) => PROGRAMS[program][0]).join(', ');
  const advice = `The story in a browser needs ${names} (Debian: apt-get install ${names.replaceAll(',', '')}).`;
  if (process.env.CI) throw new Error(advice);
  process.stderr.write(`\n  SKIPPED: ${advice}\n\n`);
  return true;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run
  }
}
