import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useBilingual } from '../../ui/contest/use-bilingual.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { BallotsInWords } from './BallotsInWords.tsx';
import type { Certificate } from './certificate.ts';
import { certificateLink } from './result-link.ts';
import { JudgeSheets } from './JudgeSheets.tsx';
import { ProofOfResult } from './ProofOfResult.tsx';
import { RankTable } from './RankTable.tsx';
import styles from './ResultSheet.module.css';
import { RulesInWords } from './RulesInWords.tsx';

/** The certificate as a printed sheet: A4, black on white. */
export function ResultSheet({ certificate }: { certificate: Certificate }) {
  const format = useFormat();
  const { event, contest, plan, publishedAt } = certificate;
  useEffect(() => {
    document.title = `${contest} ${plan.title}`;
  }, [contest, plan.title]);
  return (
    <main className={styles.page}>
      <div className={styles.tools}>
        <Button onClick={() => window.print()}>
          <Trans>打印</Trans>
        </Button>
        <a className={styles.download} href={certificateLink(event.slug, plan.id)} download>
          <Trans>下载成绩单文件（JSON）</Trans>
        </a>
        <a className={styles.download} href={`/e/${event.slug}`}>
          <Trans>回到直播</Trans>
        </a>
      </div>
      <article className={styles.sheet}>
        <header className={styles.head}>
          <p className={styles.event} dir="auto">
            {event.title}
          </p>
          <h1 className={styles.title} dir="auto">
            {contest}
          </h1>
          <p className={styles.round}>
            <Trans>{plan.title} 成绩单</Trans>
          </p>
          <p className={styles.date}>
            <Trans>公布于 {format.dateTime(publishedAt)}</Trans>
          </p>
        </header>
        <RankTable certificate={certificate} />
        <Awards certificate={certificate} />
        <BallotsInWords certificate={certificate} />
        <RulesInWords plan={plan} />
        <JudgeSheets certificate={certificate} />
        <ProofOfResult certificate={certificate} />
        <footer className={styles.sign}>
          <span>
            <Trans>评委主席签字</Trans>
          </span>
          <span>
            <Trans>监督员签字</Trans>
          </span>
          <span>
            <Trans>日期</Trans>
          </span>
        </footer>
      </article>
    </main>
  );
}

function Awards({ certificate: { awards, entries } }: { certificate: Certificate }) {
  const { t } = useLingui();
  const nameOf = useBilingual();
  if (awards.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <Trans>获奖名单</Trans>
      </h2>
      <dl className={styles.awards}>
        {awards.map((award) => (
          <div key={nameOf(award.name)} className={styles.award}>
            <dt>{nameOf(award.name)}</dt>
            <dd>
              {award.entries
                .map((id) => entries.find((entry) => entry.id === id)?.name ?? id)
                .join(t`、`) || <Trans>空缺</Trans>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
