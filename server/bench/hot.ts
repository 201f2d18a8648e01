import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run profile -- FILE.cpuprofile…`: where the time went, by function, own time and with what it called. */
type Node = {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
};
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };

const LINES = 45;

for (const file of process.argv.slice(2))
  process.stdout.write(summary(JSON.parse(readFileSync(file, 'utf8')) as Profile));

function summary({ nodes, samples, timeDeltas }: Profile): string {
  const own = new Map<number, number>();
  for (const [index, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + (timeDeltas[index] ?? 0));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const rows = new Map<string, { own: number; all: number }>();

  /** A function that calls itself counts once. */
  const walk = (node: Node, above: readonly string[]): number => {
    const name = nameOf(node);
    const self = own.get(node.id) ?? 0;
    const below = (node.children ?? []).reduce(
      (sum, id) => sum + walk(byId.get(id) as Node, [...above, name]),
      0,
    );
    const row = rows.get(name) ?? { own: 0, all: 0 };
    rows.set(name, {
      own: row.own + self,
      all: row.all + (above.includes(name) ? 0 : self + below),
    });
    return self + below;
  };
  const total = walk(nodes[0] as Node, []);
  const busy = total - (rows.get('(idle)')?.own ?? 0);
  const share = (micros: number): string => `${((micros / busy) * 100).toFixed(1)} %`.padStart(8);
  const table = (by: 'own' | 'all'): string =>
    [...rows]
      .filter(([name]) => name !== '(idle)' && name !== '(root)')
      .toSorted(([, a], [, b]) => b[by] - a[by])
      .slice(0, LINES)
      .map(([name, row]) => `${share(row.own)} ${share(row.all)}  ${name}`)
      .join('\n');
  return `${(busy / 1e6).toFixed(2)} s busy of ${(total / 1e6).toFixed(2)} s\n     own      all\n${table('own')}\n\nwith what they called\n${table('all')}\n`;
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: Node): string {
  const place = url.startsWith('file:') ? relative(process.cwd(), fileURLToPath(url)) : url;
  return `${functionName || '(anonymous)'} ${place}${place === '' ? '' : `:${lineNumber + 1}`}`.trim();
}
