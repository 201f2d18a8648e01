import { Plural, Trans } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import type { StandingRow, Standings } from '../../ui/contest/standings.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useTurn } from '../frame/turns.ts';
import { useWallSize } from '../frame/use-wall-size.ts';
import { pageOf } from '../scenes/page-of.ts';
import { useFlip } from './use-flip.ts';
import styles from './StandingsPicture.module.css';

/** More could not be read from the last row. */
const PER_PAGE = { across: 8, narrow: 5 };
const ONE_COLUMN = 5;
/** Width by height below which two columns leave no room for names. */
const NARROW = 1.5;

/** The table: votes beside the judges' figures, or the ranks. When its order changes, the rows slide. */
export function StandingsPicture({ standings }: { standings: Standings }) {
  const { rows, kind } = standings;
  const turn = useTurn();
  const [width = 16, height = 9] = useWallSize().split('×').map(Number);
  const isNarrow = width < height * NARROW;
  const perPage = isNarrow ? PER_PAGE.narrow : PER_PAGE.across;
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const { from, to, page } = pageOf(rows.length, pages, turn);
  const shown = rows.slice(from, to);
  const list = useFlip<HTMLOListElement>();
  const most = Math.max(1, ...rows.map(({ votes }) => votes ?? 0));
  const columns = shown.length > ONE_COLUMN ? 2 : 1;
  const measures = { '--rows': Math.ceil(shown.length / columns), '--count': shown.length } as CSSProperties;
  return (
    <section className={styles.table}>
      <h1 className={styles.heading}>
        <Heading standings={standings} />
        {standings.ballots && <Ballots {...standings.ballots} />}
        {pages > 1 && (
          <small className={styles.aside}>
            {page + 1}/{pages}
          </small>
        )}
      </h1>
      <ol ref={list} className={cx(styles.rows, columns === 2 && styles.double)} style={measures}>
        {shown.map((row) => (
          <Row key={row.person.id} row={row} most={most} isAudience={kind === 'audience'} />
        ))}
      </ol>
    </section>
  );
}

/** Ballots that do not count are told wherever the votes are. */
function Ballots({ cast, rejected }: NonNullable<Standings['ballots']>) {
  const format = useFormat();
  return (
    <small className={styles.aside}>
      {rejected === 0 ? (
        <Trans>共 {format.count(cast)} 张选票</Trans>
      ) : (
        <Trans>
          共 {format.count(cast)} 张选票，{format.count(rejected)} 张存疑未计
        </Trans>
      )}
    </small>
  );
}

function Heading({ standings: { kind, isWhole } }: { standings: Standings }) {
  switch (kind) {
    case 'audience':
      return <Trans>观众投票</Trans>;
    case 'board':
    case 'final':
      return <Trans>最终排名</Trans>;
    default:
      return isWhole ? <Trans>暂列名次</Trans> : <Trans>暂列名次 · 评委分</Trans>;
  }
}

function Row({ row, most, isAudience }: { row: StandingRow; most: number; isAudience: boolean }) {
  const format = useFormat();
  const { person, rank, figure, votes, points } = row;
  return (
    <li data-flip={person.id} className={cx(styles.row, rank === 1 && styles.leading)}>
      {isAudience && (
        <span
          className={styles.fill}
          style={{ transform: `scaleX(${(votes ?? 0) / most})` }}
          aria-hidden="true"
        />
      )}
      <span className={cx(styles.rank, isAudience && styles.number)}>
        {isAudience ? String(person.number).padStart(2, '0') : (rank ?? '—')}
      </span>
      <span className={styles.who}>
        <span className={styles.name} dir="auto">
          {person.name}
        </span>
        <span className={styles.organisation} dir="auto">
          {person.organisation}
        </span>
      </span>
      {isAudience ? (
        <span className={styles.votes}>
          <span className={styles.count}>
            <Plural value={votes ?? 0} other={`${format.count(votes ?? 0)} 票`} />
          </span>
          <span className={styles.points}>
            <Trans>观众分 {points ?? '—'}</Trans>
          </span>
        </span>
      ) : (
        <span className={styles.figure}>{figure ?? <NoFigure row={row} />}</span>
      )}
    </li>
  );
}

const NoFigure = ({ row }: { row: StandingRow }) => (
  <span className={styles.none}>
    {row.person.status === 'withdrawn' ? <Trans>退赛</Trans> : <Trans>不计名次</Trans>}
  </span>
);
