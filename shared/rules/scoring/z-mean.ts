import { divide, exact, multiply, squareRoot, subtract, sum, ZERO, type Exact } from './exact.ts';
import { mean } from './means.ts';
import { byJudge, type Sheet } from './sheet.ts';
import type { Told } from './wording.ts';

/** Decimals of the standard deviation; anyone who recomputes must round it at the same place. */
const DEVIATION_DECIMALS = 12;

/** SC-6, for split panels: the mean over the judges of (x − mean) / sd, each judge by their own mean and sd. */
export function zMean(sheet: Sheet): Map<string, Told> {
  const scores = new Map<string, Exact[]>();
  for (const marks of byJudge(sheet).values()) {
    const centre = mean([...marks.values()]).value;
    const deviation = deviationOf([...marks.values()], centre);
    for (const [entry, mark] of marks) {
      const z = deviation.n === 0n ? ZERO : divide(subtract(mark, centre), deviation);
      const list = scores.get(entry);
      if (list) list.push(z);
      else scores.set(entry, [z]);
    }
  }
  return new Map(
    [...scores].map(([entry, list]) => {
      const told = mean(list);
      return [entry, { ...told, says: ['standardised by judge (SC-6)', ...told.says] }];
    }),
  );
}

/** √(Σ(x − mean)² / (n − 1)) to 12 decimals, half up; 0 for a single score. */
function deviationOf(marks: readonly Exact[], centre: Exact): Exact {
  if (marks.length < 2) return ZERO;
  const squares = marks.map((mark) => subtract(mark, centre)).map((off) => multiply(off, off));
  return squareRoot(divide(sum(squares), exact(BigInt(marks.length - 1))), DEVIATION_DECIMALS);
}
