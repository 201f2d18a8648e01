import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../ui/i18n/format.ts';
import type { Certificate } from './certificate.ts';
import styles from './ResultSheet.module.css';

/** How many ballots there were, how many stood in quarantine, and what was ruled on them: never in silence. */
export function BallotsInWords({ certificate: { votes } }: { certificate: Certificate }) {
  const format = useFormat();
  if (votes === null) return null;
  const { ballots, rejected, ruling } = votes;
  const all = ballots.clean + ballots.suspect + ballots.unknown;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <Trans>观众选票</Trans>
      </h2>
      <ul className={styles.rules}>
        <li>
          <Trans>
            共 {format.count(all)} 张：正常 {format.count(ballots.clean)}，存疑{' '}
            {format.count(ballots.suspect)}，无法判断 {format.count(ballots.unknown)}。
          </Trans>
        </li>
        <li>
          {rejected === 0 ? (
            <Trans>全部计入。</Trans>
          ) : (
            <Trans>
              不计入 {format.count(rejected)} 张，计入 {format.count(all - rejected)} 张。
            </Trans>
          )}
        </li>
        {ruling && (
          <li dir="auto">
            <Trans>裁定理由：{ruling.reason}</Trans>
          </li>
        )}
      </ul>
    </section>
  );
}
