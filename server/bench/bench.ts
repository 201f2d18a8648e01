import { box } from './lib/report.ts';
import { flood } from './flood.ts';
import { nodeKill } from './node-kill.ts';
import { quiet } from './quiet.ts';
import { tabulate } from './tabulate.ts';
import { voteKill } from './vote-kill.ts';

/** `npm run bench -- SUITE… [--json]`; bounded in count and time, on the loopback alone. */
const suites: Record<string, () => Promise<void>> = {
  quiet,
  flood,
  'node-kill': nodeKill,
  'vote-kill': voteKill,
  tabulate,
};

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = named.includes('all') ? Object.keys(suites) : named;
const unknown = chosen.filter((name) => !Object.hasOwn(suites, name));

if (chosen.length === 0 || unknown.length > 0) {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(suites).join('|')}|all [--json]\n`);
  process.exitCode = 2;
} else {
  process.stderr.write(`${box()}\n`);
  for (const name of chosen) await suites[name]?.();
}
