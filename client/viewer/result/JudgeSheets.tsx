import { Trans } from '@lingui/react/macro';
import { toFixed } from '#shared/rules/scoring/exact.ts';
import { scoreDecimals } from '../../ui/contest/decimals.ts';
import { cx } from '../../ui/cx.ts';
import { type Certificate, scorecardsOf } from './certificate.ts';
import { CriteriaSheets } from './CriteriaSheets.tsx';
import styles from './ResultSheet.module.css';
import { type Cell, scoreMatrix } from './score-matrix.ts';

/** What every judge gave every entry, with what was struck through; by criterion where there are several. */
export function JudgeSheets({ certificate }: { certificate: Certificate }) {
  const { input, entries, judges, plan, judgesShown } = certificate;
  const part = scorecardsOf(input);
  if (!part) return null;
  // As on the stage: the panel in its own order, or by pseudonym.
  const order = judgesShown === 'names' ? plan.panel.map(String) : judges.map(({ id }) => id);
  const labelOf = (id: string): string => judges.find((judge) => judge.id === id)?.name ?? id;
  const matrix = scoreMatrix(part, input.entries, order);
  const decimals = scoreDecimals(plan.criteria);
  return (
    <section className={cx(styles.section, styles.breaks)}>
      <h2 className={styles.heading}>
        <Trans>评委评分表</Trans>
      </h2>
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.left}>
                <Trans>选手</Trans>
              </th>
              {order.map((id) => (
                <th key={id} scope="col">
                  {labelOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {input.entries.map((entryId) => (
              <tr key={entryId}>
                <th scope="row" className={styles.left}>
                  {entries.find(({ id }) => id === entryId)?.name ?? entryId}
                </th>
                {order.map((id) => (
                  <td key={id}>
                    <Score cell={matrix.get(entryId)?.get(id)} decimals={decimals} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        <Trans>划线的分数按规则去掉，不计入平均；“回避”不计分，“—”为没有评分。</Trans>
      </p>
      {part.criteria.length > 1 && <CriteriaSheets certificate={certificate} order={order} />}
    </section>
  );
}

function Score({ cell, decimals }: { cell: Cell | undefined; decimals: number }) {
  if (!cell || cell.score === null) return cell?.isRecused ? <Trans>回避</Trans> : <>—</>;
  const text = toFixed(cell.score, decimals);
  return cell.struck ? <s className={styles.struck}>{text}</s> : <>{text}</>;
}
