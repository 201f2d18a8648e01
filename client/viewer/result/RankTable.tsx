import { Trans, useLingui } from '@lingui/react/macro';
import { inBookMarks } from '../../ui/contest/book-marks.ts';
import { fixed } from '../../ui/contest/decimals.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { type Certificate, votesOf } from './certificate.ts';
import styles from './ResultSheet.module.css';

/** Ranks, the parts a figure is made of, what was taken off, and the figure. */
export function RankTable({ certificate }: { certificate: Certificate }) {
  const { t } = useLingui();
  const format = useFormat();
  const { input, results, entries, plan } = certificate;
  const votes = votesOf(certificate);
  const parts = input.parts.map(({ id }) => id);
  const partWords: Record<string, string> = { judges: t`评委分`, audience: t`观众分`, carried: t`前轮分` };
  const hasPenalty = input.penalties.length > 0;
  const penaltyOf = (id: string): string => {
    const own = input.penalties.filter(({ entry }) => entry === id).map(({ points }) => `−${short(points)}`);
    return own.join(' ');
  };
  const outOf = (id: string): string | null =>
    input.disqualified.find(({ entry }) => entry === id)?.reason ?? null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>名次</Trans>
          </th>
          <th scope="col" className={styles.left}>
            <Trans>选手</Trans>
          </th>
          {parts.map((id) => (
            <th key={id} scope="col">
              {partWords[id] ?? id.replace('audience ', `${partWords['audience']} `)}
            </th>
          ))}
          {votes && (
            <th scope="col">
              <Trans>票数</Trans>
            </th>
          )}
          {hasPenalty && (
            <th scope="col">
              <Trans>时限扣分</Trans>
            </th>
          )}
          <th scope="col">
            <Trans>最终得分</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ entryId, rank, figure, parts: own }) => {
          const entry = entries.find(({ id }) => id === entryId);
          const reason = outOf(entryId);
          return (
            <tr key={entryId}>
              <td className={styles.rank}>{rank ?? '—'}</td>
              <th scope="row" className={styles.left}>
                <span className={styles.name}>{entry?.name ?? entryId}</span>
                <span className={styles.note}>
                  {[entry?.organisation, entry?.title && inBookMarks(entry.title)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {reason !== null && (
                  <span className={styles.note}>
                    {reason === 'withdrawn' ? <Trans>退赛</Trans> : <Trans>取消资格：{reason}</Trans>}
                  </span>
                )}
              </th>
              {parts.map((id) => {
                const value = own[id];
                return <td key={id}>{value == null ? '—' : fixed(value, plan.rules.decimals)}</td>;
              })}
              {votes && <td>{format.count(votes[entryId] ?? 0)}</td>}
              {hasPenalty && <td>{penaltyOf(entryId)}</td>}
              <td className={styles.figure}>{figure ?? '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const short = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
