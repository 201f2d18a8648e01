import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest, ResultLine, Round } from '#shared/model/contest.ts';
import type { Awarded } from '#shared/model/reveal.ts';
import { cx } from '../../../ui/cx.ts';
import { Badge } from '../../../ui/parts/Badge.tsx';
import { type Called, explainWords } from '../../../ui/desk/explain.ts';
import { tieStepWords } from '../../../ui/desk/tie-step-words.ts';
import common from '../parts/common.module.css';
import { bilingual, contestantName } from '../parts/names.ts';
import styles from './plan.module.css';

type Props = {
  contest: Contest;
  round: Round;
  results: readonly ResultLine[];
  awards: readonly Awarded[];
};

/** A result with the way each figure came about. */
export function ResultTable({ contest, round, results, awards }: Props) {
  const { t, i18n } = useLingui();
  const called: Called = {
    say: t,
    name: (id) => contestantName(contest, id),
    step: (step) => t(tieStepWords(step, round.criteria, (name) => bilingual(name, i18n.locale))),
  };
  return (
    <table className={cx(common.table, styles.results)}>
      <thead>
        <tr>
          <th className={common.number}>
            <Trans>名次</Trans>
          </th>
          <th>
            <Trans>选手</Trans>
          </th>
          <th className={common.number}>
            <Trans>得分</Trans>
          </th>
          <th>
            <Trans>怎么来的</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ entryId, rank, figure, explain }) => (
          <tr key={entryId}>
            <td className={common.number}>
              <span className={styles.rank}>{rank ?? '—'}</span>
            </td>
            <th scope="row" dir="auto">
              {contestantName(contest, entryId)}
              <span className={styles.won}>
                {awards
                  .filter(({ entries }) => entries.includes(entryId))
                  .map(({ name }) => (
                    <Badge key={name.zh + name.en} tone="gold">
                      {bilingual(name, i18n.locale)}
                    </Badge>
                  ))}
              </span>
            </th>
            <td className={common.number}>
              <span className={styles.figure}>{figure ?? '—'}</span>
            </td>
            <td>
              <ul className={styles.explain}>
                {explain.map((sentence) => (
                  <li key={sentence}>{explainWords(sentence, called)}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
