import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { Refusal } from '#shared/protocol/errors.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { type Called, explainWords } from '../../ui/desk/explain.ts';
import { COMMA } from '../../ui/desk/separators.ts';
import { tieStepWords } from '../../ui/desk/tie-step-words.ts';
import { refusalWords } from '../../ui/live/words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { useNames } from '../grid/use-names.ts';
import styles from './Bench.module.css';
import { Quarantine } from './Quarantine.tsx';
import { TieSheet } from './TieSheet.tsx';
import { tiedEntries } from '../parts/ties.ts';
import type { Results } from './use-results.ts';

type Props = {
  contest: Contest;
  round: Round;
  results: Results | null;
  refusal: Refusal | null;
  onChange: () => void;
};

/** The result as it stands, each figure with how it came about. */
export function ResultTable({ contest, round, results, refusal, onChange }: Props) {
  const { t } = useLingui();
  const names = useNames();
  const [isDeciding, setIsDeciding] = useState(false);
  const isHead = useClientState(({ you }) => you?.role === 'headJudge');
  const nameOf = (id: string): string => contest.contestants.find((one) => one.id === id)?.name ?? id;
  const called: Called = {
    say: t,
    name: nameOf,
    step: (step) => t(tieStepWords(step, round.criteria, names.name)),
  };
  if (results === null) {
    return (
      <EmptyState title={refusal ? t(refusalWords[refusal.code]) : <Trans>正在计算…</Trans>}>
        {refusal?.message}
      </EmptyState>
    );
  }
  const tied = tiedEntries(results.results);
  return (
    <>
      <p className={styles.waiting}>
        <Trans>这是现在的成绩，随评分变化；公布之前，请勿外传。</Trans>
      </p>
      {tied.length > 0 && isHead && round.status !== 'published' && (
        <p className={styles.waiting}>
          <Button onClick={() => setIsDeciding(true)}>
            <Trans>裁定平分…</Trans>
          </Button>
        </p>
      )}
      <Quarantine round={round} nameOf={nameOf} />
      <div className={styles.scroll}>
        <table className={styles.result}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>名次</Trans>
              </th>
              <th scope="col">
                <Trans>选手</Trans>
              </th>
              <th scope="col">
                <Trans>得分</Trans>
              </th>
              <th scope="col">
                <Trans>怎么算的</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {results.results.map(({ entryId, rank, figure, explain }) => (
              <tr key={entryId}>
                <td className={styles.figure}>{rank ?? '—'}</td>
                <th scope="row">{nameOf(entryId)}</th>
                <td className={styles.figure}>{figure ?? <Trans>暂无</Trans>}</td>
                <td className={styles.explain}>
                  {explain.map((line) => (
                    <p key={line} dir="auto">
                      {explainWords(line, called)}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {results.awards.some(({ entries }) => entries.length > 0) && (
        <dl className={styles.waiting}>
          {results.awards.map(({ name, entries }) => (
            <div key={`${name.zh}${name.en}`}>
              <dt className={styles.small}>{names.name(name)}</dt>
              <dd>{entries.map(nameOf).join(t(COMMA)) || '—'}</dd>
            </div>
          ))}
        </dl>
      )}
      {isDeciding && (
        <TieSheet
          round={round}
          tied={tied}
          nameOf={nameOf}
          onChange={onChange}
          onClose={() => setIsDeciding(false)}
        />
      )}
    </>
  );
}
