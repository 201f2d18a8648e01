import { Trans, useLingui } from '@lingui/react/macro';
import type { Poll } from '#shared/model/poll.ts';
import { shareOf } from '#shared/rules/tally.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { optionLetter } from '../../ui/live/option-letter.ts';
import { useCountdown } from '../../ui/live/use-now.ts';
import { pollStatusWords } from '../../ui/live/words.ts';
import { useScene } from '../frame/stage-context.ts';
import { Rolling } from '../frame/Rolling.tsx';
import styles from './PollOverlay.module.css';
import { useEntrance } from './use-entrance.ts';

/** More would cover the video; the hall's screen has them all. */
const ROWS = 5;

/** The poll on the screen, or else the one that is open; the bars as far as they are public. */
export function PollOverlay() {
  const scene = useScene();
  const onScreen = scene.scene === 'poll' ? scene.pollId : null;
  const poll = useEventState(
    ({ polls }) =>
      polls.find(({ id }) => id === onScreen) ?? polls.findLast(({ status }) => status === 'open') ?? null,
  );
  const panel = useEntrance<HTMLElement>(poll && poll.id);
  return (
    poll && (
      <section ref={panel} className={styles.panel}>
        {<Shown poll={poll} />}
      </section>
    )
  );
}

function Shown({ poll }: { poll: Poll }) {
  const { t } = useLingui();
  const format = useFormat();
  const running = useEventState(({ gauges }) => gauges.tallies[poll.id] ?? null);
  const seconds = useCountdown(poll.status === 'open' ? poll.closesAt : null);
  const tally = poll.tally ?? running;
  const options = poll.options.map((option, index) => ({ ...option, letter: optionLetter(index) }));
  const shown = tally
    ? options.toSorted((a, b) => (tally.counts[b.id] ?? 0) - (tally.counts[a.id] ?? 0))
    : options;
  const more = shown.length - ROWS;
  return (
    <>
      <h1 className={styles.question} dir="auto">
        {poll.question}
      </h1>
      <ul className={styles.rows}>
        {shown.slice(0, ROWS).map(({ id, label, letter }) => (
          <li key={id} className={styles.row}>
            {tally && (
              <span
                className={styles.fill}
                style={{ transform: `scaleX(${shareOf(tally, id)})` }}
                aria-hidden="true"
              />
            )}
            <span className={styles.letter}>{letter}</span>
            <span className={styles.label} dir="auto">
              {label}
            </span>
            {tally && <span className={styles.share}>{format.percent(shareOf(tally, id))}</span>}
          </li>
        ))}
      </ul>
      <p className={styles.footer}>
        <span>{t(pollStatusWords[poll.status])}</span>
        {seconds !== null && <span>{format.duration(seconds)}</span>}
        {more > 0 && (
          <span>
            <Trans>另有 {more} 项</Trans>
          </span>
        )}
        {tally && (
          <span>
            <Rolling value={tally.ballots} /> <Trans>人投票</Trans>
          </span>
        )}
      </p>
    </>
  );
}
