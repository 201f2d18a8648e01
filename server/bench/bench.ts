import { archive } from './archive.ts';
import { bytes } from './bytes.ts';
import { curves } from './curves.ts';
import { capacity } from './capacity.ts';
import { delivery } from './delivery.ts';
import { flood } from './flood.ts';
import { frame } from './frame.ts';
import { hostile } from './hostile.ts';
import { idle } from './idle.ts';
import { join } from './join.ts';
import { reactions } from './reactions.ts';
import { slow } from './slow.ts';
import { rounds, suitesAsked } from './lib/options.ts';
import { box, printed, type Result } from './lib/report.ts';
import { printMedians } from './lib/medians.ts';
import { nodeKill } from './node-kill.ts';
import { nodes } from './nodes.ts';
import { quiet } from './quiet.ts';
import { rooms } from './rooms.ts';
import { storm } from './storm.ts';
import { tabulate } from './tabulate.ts';
import { voteKill } from './vote-kill.ts';
import { votes } from './votes.ts';

/** Bounded in count and time, on the loopback alone. */
const suites: Record<string, () => Promise<unknown>> = {
  quiet,
  flood,
  delivery,
  frame,
  join,
  reactions,
  slow,
  hostile,
  bytes,
  curves,
  'node-kill': nodeKill,
  'vote-kill': voteKill,
  tabulate,
  votes,
  idle,
  nodes,
  rooms,
  storm,
  archive,
  capacity,
};

const chosen = suitesAsked.includes('all') ? Object.keys(suites) : suitesAsked;
const unknown = chosen.filter((name) => !Object.hasOwn(suites, name));

if (chosen.length === 0 || unknown.length > 0) {
  process.stderr.write(
    `Usage: npm run bench -- ${Object.keys(suites).join('|')}|all [--json] [--rounds N] [--store redis] [--profile FOLDER]\n`,
  );
  process.exitCode = 2;
} else {
  process.stderr.write(`${box()}\n`);
  const byRound: Result[][] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const name of chosen) await suites[name]?.();
    byRound.push(printed.splice(0));
  }
  if (rounds > 1) printMedians(byRound);
}
