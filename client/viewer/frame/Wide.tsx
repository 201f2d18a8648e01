import { NowStrip } from './NowStrip.tsx';
import { RundownStrip } from './RundownStrip.tsx';

/** What a wide screen has room for below the picture. */
export function Wide() {
  return (
    <>
      <NowStrip />
      <RundownStrip />
    </>
  );
}
