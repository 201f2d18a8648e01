import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { cx } from '../../../ui/cx.ts';
import { Badge, LiveDot } from '../../../ui/parts/Badge.tsx';
import { Act } from '../../parts/Act.tsx';
import { contestantName, judgeName } from '../parts/names.ts';
import { DeviceLine } from '../people/DeviceLine.tsx';
import { useDo } from '../parts/use-do.ts';
import { arrowTo, cellState, entryProgress, isOut, progressOf } from './cards.ts';
import styles from './desk.module.css';
import { cellWords } from './words.ts';

type EntryId = Round['entries'][number]['id'];
type JudgeId = Round['panel'][number];
type Props = {
  contest: Contest;
  round: Round;
  onChoose: (card: { entryId: EntryId; judgeId: JudgeId }) => void;
};

/** Entries by judges: one card a cell. Arrow keys move, Enter opens. */
export function CardsTable({ contest, round, onChoose }: Props) {
  const { t } = useLingui();
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const { entries, panel } = round;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = arrowTo(event.key, place, entries.length, panel.length);
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <div className={styles.scroll}>
      <table ref={table} className={styles.cards} aria-label={t`评分表：选手与评委`}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <Trans>选手</Trans>
            </th>
            {panel.map((judgeId) => (
              <th key={judgeId} scope="col" className={styles.judge} dir="auto">
                {judgeName(contest, judgeId)}
                <DeviceLine contest={contest} judgeId={judgeId} />
              </th>
            ))}
            <th scope="col" className={styles.total}>
              <Trans>已交</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, row) => {
            const { done, waiting } = entryProgress(round, entry.id);
            const outOf = isOut(contest, round, entry.id);
            const isCalled = contest.current?.roundId === round.id && contest.current.entryId === entry.id;
            return (
              <tr key={entry.id} className={cx(isCalled && styles.called)}>
                <th scope="row" className={styles.entry}>
                  <EntryHead
                    contest={contest}
                    round={round}
                    entryId={entry.id}
                    number={row + 1}
                    isCalled={isCalled}
                    isOut={outOf}
                  />
                </th>
                {panel.map((judgeId, column) => {
                  const progress = progressOf(round, entry.id, judgeId);
                  const state = cellState(progress);
                  const words = cellWords[state];
                  const judge = judgeName(contest, judgeId);
                  const name = contestantName(contest, entry.id);
                  return (
                    <td key={judgeId} className={styles.cell}>
                      <button
                        type="button"
                        data-cell={`${row} ${column}`}
                        tabIndex={place.row === row && place.column === column ? 0 : -1}
                        className={cx(styles.card, styles[state], outOf && styles.moot)}
                        aria-label={
                          progress?.proxy
                            ? t`${name}，${judge}：${t(words.short)}，代录`
                            : t`${name}，${judge}：${t(words.short)}`
                        }
                        onFocus={() => setPlace({ row, column })}
                        onKeyDown={onKeyDown}
                        onClick={() => onChoose({ entryId: entry.id, judgeId })}
                      >
                        <span aria-hidden="true">{words.mark}</span>
                        <span className={styles.word}>{t(words.short)}</span>
                        {progress?.proxy && <span className={styles.proxy}>{t`代`}</span>}
                      </button>
                    </td>
                  );
                })}
                <td className={styles.total}>
                  <span className={cx(waiting.length === 0 && styles.whole)}>
                    {done}/{panel.length}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Legend round={round} />
    </div>
  );
}

/** What the marks say, where there is no room for their words. */
function Legend({ round }: { round: Round }) {
  const { t } = useLingui();
  const states = new Set(
    round.entries.flatMap(({ id }) =>
      round.panel.map((judgeId) => cellState(progressOf(round, id, judgeId))),
    ),
  );
  return (
    <p className={styles.legend} aria-hidden="true">
      {[...states].map((state) => (
        <span key={state}>
          {cellWords[state].mark} {t(cellWords[state].short)}
        </span>
      ))}
    </p>
  );
}

type HeadProps = {
  contest: Contest;
  round: Round;
  entryId: EntryId;
  number: number;
  isCalled: boolean;
  isOut: boolean;
};

function EntryHead({ contest, round, entryId, number, isCalled, isOut: outOf }: HeadProps) {
  const { t } = useLingui();
  const act = useDo();
  const name = contestantName(contest, entryId);
  const reason = round.disqualified.find((out) => out.entryId === entryId)?.reason;
  return (
    <span className={styles.who}>
      <span className={styles.number}>{number}</span>
      <span className={styles.name} dir="auto" title={name}>
        {name}
      </span>
      {outOf ? (
        <span title={reason}>
          <Badge tone="alert">{reason === undefined ? <Trans>退赛</Trans> : <Trans>取消资格</Trans>}</Badge>
        </span>
      ) : isCalled ? (
        <Badge tone="live">
          <LiveDot />
          <Trans>台上</Trans>
        </Badge>
      ) : (
        round.status === 'open' && (
          <Act
            size="small"
            tone="quiet"
            aria-label={t`请上台：${name}`}
            onPress={() => act('entry:call', { roundId: round.id, entryId })}
          >
            <Trans>请上台</Trans>
          </Act>
        )
      )}
    </span>
  );
}
