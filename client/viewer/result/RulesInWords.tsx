import { Trans, useLingui } from '@lingui/react/macro';
import type { RoundPlan } from '#shared/model/contest.ts';
import { unreachable } from '#shared/rules/unreachable.ts';
import { fixed } from '../../ui/contest/decimals.ts';
import { useBilingual } from '../../ui/contest/use-bilingual.ts';
import styles from './ResultSheet.module.css';

type Rules = RoundPlan['rules'];

/** The rule set, as people say it. */
export function RulesInWords({ plan: { rules, criteria } }: { plan: RoundPlan }) {
  const { t } = useLingui();
  const nameOf = useBilingual();
  const { judges, audience, carry, combine } = rules;
  const isWeighted = combine === 'weighted';
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <Trans>计分办法</Trans>
      </h2>
      <ul className={styles.rules}>
        {judges && (
          <li>
            <JudgesRule judges={judges} />
            {isWeighted && <Share percent={judges.weight} />}
          </li>
        )}
        {judges && (
          <li>
            <Trans>评分项：</Trans>
            {criteria
              .map(({ name, min, max }) => `${nameOf(name)} ${points(min)}–${points(max)}`)
              .join(t`、`)}
          </li>
        )}
        {audience && (
          <li>
            <AudienceRule audience={audience} />
            {isWeighted && <Share percent={audience.weight} />}
          </li>
        )}
        {carry && (
          <li>
            <Trans>计入前一轮得分</Trans>
            {isWeighted && <Share percent={carry.weight} />}
          </li>
        )}
        {!isWeighted && (
          <li>
            <Trans>各组积分相加。</Trans>
          </li>
        )}
        <li>
          <Trans>
            名次按未四舍五入的精确值排定；表中显示 {rules.decimals} 位小数。同分按事先写定的顺序区分。
          </Trans>
        </li>
      </ul>
    </section>
  );
}

const points = (thousandths: number): string => fixed(`${thousandths}/1000`, 3).replace(/\.?0+$/, '');

const Share = ({ percent }: { percent: number }) => (
  <>
    {' '}
    <Trans>（占 {percent}%）</Trans>
  </>
);

function JudgesRule({ judges: { aggregate } }: { judges: NonNullable<Rules['judges']> }) {
  switch (aggregate.rule) {
    case 'trimmedMean':
      return (
        <Trans>
          评委分：去掉 {aggregate.high} 个最高分、{aggregate.low} 个最低分后取平均；有效评委不足{' '}
          {aggregate.minJudges} 位时取全部平均。
        </Trans>
      );
    case 'mean':
      return <Trans>评委分：全部评委的平均分。</Trans>;
    case 'median':
      return <Trans>评委分：全部评委打分的中位数。</Trans>;
    case 'rankPoints':
      return <Trans>评委分：每位评委的排名换成积分 {list(aggregate.points)}，相加。</Trans>;
    case 'zMean':
      return <Trans>评委分：各评委标准分的平均。</Trans>;
    default:
      return unreachable(aggregate);
  }
}

const list = (given: readonly number[]): string => given.join(' · ');

function AudienceRule({ audience: { aggregate } }: { audience: NonNullable<Rules['audience']> }) {
  switch (aggregate.rule) {
    case 'maxScaled':
      return <Trans>观众分：得票 ÷ 最高得票 × {points(aggregate.scale)}。</Trans>;
    case 'share':
      return <Trans>观众分：得票 ÷ 总票数 × {points(aggregate.scale)}。</Trans>;
    case 'rankPoints':
      return <Trans>观众分：得票名次换成积分 {list(aggregate.points)}。</Trans>;
    default:
      return unreachable(aggregate);
  }
}
