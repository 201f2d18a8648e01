import { Trans } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import type { Poll, Tally } from '#shared/model/poll.ts';
import { shareOf } from '#shared/rules/tally.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { optionLetter } from '../../ui/live/option-letter.ts';
import { Fit } from '../frame/Fit.tsx';
import { useWallSize } from '../frame/use-wall-size.ts';
import styles from './PollRows.module.css';
import { usePages } from './use-pages.ts';

/** More options than this stand in two columns. */
const ONE_COLUMN = 6;

/** Letter, label, bar, share and votes. Bars that are not public are not there; when they are revealed they grow. */
export function PollRows({ poll, tally }: { poll: Poll; tally: Tally | null }) {
  const size = useWallSize();
  return <Pages key={`${poll.id} ${poll.status} ${size}`} poll={poll} tally={tally} />;
}

function Pages({ poll, tally }: { poll: Poll; tally: Tally | null }) {
  const { from, to, page, pages, onTight, onRoom } = usePages(poll.options.length);
  const count = to - from;
  const most = tally ? Math.max(1, ...poll.options.map(({ id }) => tally.counts[id] ?? 0)) : Infinity;
  const measures = { '--half': Math.ceil(count / 2), '--lines': linesFor(count) } as CSSProperties;
  return (
    <Fit className={styles.fit} least={0.5} onTight={onTight} onRoom={onRoom}>
      <ol
        className={cx(
          styles.rows,
          count > ONE_COLUMN && styles.dense,
          count <= 3 && poll.status !== 'open' && styles.few,
          poll.status === 'open' && styles.beside,
        )}
        start={from + 1}
        style={measures}
      >
        {poll.options.slice(from, to).map(({ id, label }, index) => (
          <Row
            key={id}
            letter={optionLetter(from + index)}
            label={label}
            votes={tally ? (tally.counts[id] ?? 0) : null}
            share={tally ? shareOf(tally, id) : 0}
            isLeading={tally?.counts[id] === most}
          />
        ))}
      </ol>
      {pages > 1 && (
        <p className={styles.page} aria-hidden="true">
          {Array.from({ length: Math.ceil(poll.options.length / count) }, (_, index) => (
            <span key={index} className={cx(styles.dot, index === page && styles.here)} />
          ))}
        </p>
      )}
    </Fit>
  );
}

/** Few options may be long; many are cut, with the letter to know them by. */
const linesFor = (count: number): number => (count > 12 ? 1 : Math.min(4, Math.max(2, 7 - count)));

type RowProps = {
  letter: string;
  label: string;
  votes: number | null;
  share: number;
  isLeading: boolean;
};

function Row({ letter, label, votes, share, isLeading }: RowProps) {
  const format = useFormat();
  return (
    <li className={cx(styles.row, isLeading && styles.leading)}>
      <span className={styles.fill} style={{ transform: `scaleX(${share})` }} aria-hidden="true" />
      {isLeading && (
        <span className={styles.edge} style={{ transform: `scaleX(${share})` }} aria-hidden="true" />
      )}
      <span className={styles.letter}>{letter}</span>
      <span className={styles.label} dir="auto">
        {label}
      </span>
      {votes !== null && (
        <span className={styles.numbers}>
          <span className={styles.share}>{format.percent(share)}</span>
          <span className={styles.votes}>
            <Trans>{format.count(votes)} 票</Trans>
          </span>
        </span>
      )}
    </li>
  );
}
