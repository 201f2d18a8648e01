import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { outliersOf } from '#shared/rules/contest/outliers.ts';
import { COMMA } from '../../ui/desk/separators.ts';
import { cx } from '../../ui/cx.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { showTotal } from '../grid/show-total.ts';
import { StateMark } from '../tablet/StateMark.tsx';
import styles from './Bench.module.css';
import { type Cell, cellsOf, cellState, cellWords, isMissing, isToCheck } from './cell-state.ts';
import { CellSheet } from './CellSheet.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import type { Results } from './use-results.ts';

type Props = { contest: Contest; round: Round; results: Results | null; onChange: () => void };

/** Entries by judges: who has scored, who is missing, what waits for a second person. */
export function JuryTable({ contest, round, results, onChange }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Cell | null>(null);
  const [entryId, setEntryId] = useState<ContestantId | null>(null);
  const isHead = useClientState(({ you }) => you?.role === 'headJudge');
  const rows = cellsOf(contest, round);
  const judgeName = (id: string): string => contest.judges.find((judge) => judge.id === id)?.name ?? id;
  const entryName = (id: string): string => contest.contestants.find((one) => one.id === id)?.name ?? id;
  const called = contest.current?.roundId === round.id ? contest.current.entryId : null;
  const shown =
    open && rows.flat().find((cell) => cell.entryId === open.entryId && cell.judgeId === open.judgeId);
  const cardOf = (cell: Cell) =>
    results?.cards.find((card) => card.entryId === cell.entryId && card.judgeId === cell.judgeId);
  const far = new Map(
    round.entries.map(({ id }) => [
      id,
      outliersOf(round, results?.cards.filter((card) => card.entryId === id) ?? []),
    ]),
  );
  const waiting = rows.find((row) => row[0]?.entryId === called)?.filter(isMissing) ?? [];

  return (
    <>
      {called !== null && (
        <p className={styles.waiting} role="status">
          {waiting.length === 0 ? (
            <Trans>台上 {entryName(called)}：评分已齐。</Trans>
          ) : (
            <Trans>
              台上 {entryName(called)}：还差 {waiting.map(({ judgeId }) => judgeName(judgeId)).join(t(COMMA))}
              。
            </Trans>
          )}
        </p>
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={styles.small}>
            <Trans>按出场顺序；点一格看这张评分</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                <Trans>选手</Trans>
              </th>
              {round.panel.map((id) => (
                <th key={id} scope="col">
                  {judgeName(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const id = row[0]?.entryId ?? round.entries[index]?.id;
              if (id === undefined) return null;
              return (
                <tr key={id} className={cx(id === called && styles.onStage)}>
                  <th scope="row">
                    {isHead ? (
                      <button type="button" className={styles.entry} onClick={() => setEntryId(id)}>
                        {index + 1}. {entryName(id)}
                      </button>
                    ) : (
                      <span className={styles.entry}>
                        {index + 1}. {entryName(id)}
                      </span>
                    )}
                  </th>
                  {row.map((cell) => {
                    const isFar = far.get(cell.entryId)?.has(cell.judgeId) ?? false;
                    const state = cellState(cell);
                    const card = cardOf(cell);
                    const words = cell.progress?.amending ? t(cellWords.amending) : t(cellWords[state]);
                    const score =
                      card && (state === 'locked' || state === 'signed')
                        ? showTotal(round.criteria, card.values)
                        : null;
                    return (
                      <td key={cell.judgeId}>
                        <button
                          type="button"
                          className={cx(
                            styles.cell,
                            isToCheck(cell) && styles.check,
                            state === 'locked' && styles.done,
                          )}
                          onClick={() => setOpen(cell)}
                        >
                          {score === null ? (
                            <StateMark state={state} />
                          ) : (
                            <span className={styles.score}>{score}</span>
                          )}
                          <span>
                            {words}
                            {cell.progress?.proxy && <Trans> · 代录</Trans>}
                            {isFar && (
                              <strong
                                className={styles.far}
                                title={t`离其他评委的中位数较远，请看一眼；不影响计分`}
                              >
                                {' '}
                                <Trans>偏离</Trans>
                              </strong>
                            )}
                          </span>
                        </button>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown && (
        <CellSheet
          round={round}
          cell={shown}
          card={cardOf(shown)}
          entry={entryName(shown.entryId)}
          judge={judgeName(shown.judgeId)}
          onChange={onChange}
          onClose={() => setOpen(null)}
        />
      )}
      {entryId && (
        <EntrySheet
          round={round}
          entryId={entryId}
          name={entryName(entryId)}
          onClose={() => setEntryId(null)}
        />
      )}
    </>
  );
}
