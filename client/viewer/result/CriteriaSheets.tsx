import { Trans } from '@lingui/react/macro';
import { useBilingual } from '../../ui/contest/use-bilingual.ts';
import { type Certificate, scorecardsOf } from './certificate.ts';
import styles from './ResultSheet.module.css';

type Props = { certificate: Certificate; order: readonly string[] };

/** One sheet for each judge: the values of every criterion, as they were signed. */
export function CriteriaSheets({ certificate, order }: Props) {
  const nameOf = useBilingual();
  const { input, plan, judges, entries } = certificate;
  const cards = scorecardsOf(input)?.scorecards ?? [];
  return (
    <>
      {order.map((judgeId) => {
        const judge = judges.find(({ id }) => id === judgeId);
        const own = cards.filter((card) => card.judge === judgeId);
        return (
          <section key={judgeId} className={styles.judge}>
            <h3 className={styles.subheading}>
              {judge?.name ?? judgeId} <span className={styles.note}>{judge?.organisation}</span>
            </h3>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" className={styles.left}>
                    <Trans>选手</Trans>
                  </th>
                  {plan.criteria.map(({ id, name }) => (
                    <th key={id} scope="col">
                      {nameOf(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {own.map((card) => (
                  <tr key={card.entry}>
                    <th scope="row" className={styles.left}>
                      {entries.find(({ id }) => id === card.entry)?.name ?? card.entry}
                    </th>
                    {plan.criteria.map(({ id }) => (
                      <td key={id}>{trimmed(card.values[id])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </>
  );
}

const trimmed = (value = '—'): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);
