import { systemClock } from '../../lib/clock.ts';
import { gala, openBox, pollId } from '../contract/samples.ts';
import { openSqliteStore } from './open.ts';

/**
 * Votes into the given file until it is killed, as viewers 1, 2, 3, …, many at a time; tells its parent the number
 * up to which every ballot is acknowledged. Viewer n chooses option n % 4 of poll `p`.
 */
const file = process.argv[2];
if (!file) throw new Error('Which file?');
const { store } = openSqliteStore({ file, clock: systemClock, visitGapMs: 1 });
const poll = await openBox(store, { pollId: pollId('p') });

const AT_ONCE = 50;
for (let first = 1; process.connected; first += AT_ONCE) {
  const viewers = Array.from({ length: AT_ONCE }, (_, index) => first + index);
  await Promise.all(
    viewers.map((viewer) => store.castBallots(gala, [{ pollId: poll, viewer, choice: [viewer % 4] }])),
  );
  process.send?.(first + AT_ONCE - 1);
}
