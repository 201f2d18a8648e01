import { Trans, useLingui } from '@lingui/react/macro';
import type { RuleSet } from '#shared/model/ruleset.ts';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { NumberField } from '../parts/NumberField.tsx';
import { PointsField } from './PointsField.tsx';
import { Rule, type RuleProps, shown } from './Rule.tsx';
import { type AudienceRule, audienceRule, type JudgesRule, judgesRule, weightSum } from './rules.ts';

/** SC-6, SC-11 to SC-13: the parts a figure is made of, and how they come together. */
export function PartsRule({ contest, round, rules, onChange }: RuleProps) {
  const { t } = useLingui();
  const { judges, audience, carry, combine } = rules;
  const sum = weightSum(rules);
  const published = contest.rounds.filter(({ id }) => id !== round.id);
  const weighs = (value: number, put: (weight: number) => void, label: string) =>
    combine === 'weighted' && (
      <NumberField
        label={label}
        value={shown(value)}
        unit="%"
        onChange={(weight) => put(weight ?? Number.NaN)}
      />
    );
  const setJudges = (rule: JudgesRule['rule'] | 'none'): void =>
    onChange({
      judges:
        rule === 'none'
          ? null
          : { weight: judges?.weight ?? 0, aggregate: judgesRule(rule, judges?.aggregate ?? null) },
    });
  const setAudience = (rule: AudienceRule['rule'] | 'none'): void =>
    onChange({
      audience:
        rule === 'none'
          ? null
          : { weight: audience?.weight ?? 0, aggregate: audienceRule(rule, round.criteria) },
    });
  const putJudges = (fields: Partial<NonNullable<RuleSet['judges']>>): void => {
    if (judges) onChange({ judges: { ...judges, ...fields } });
  };
  const putAudience = (fields: Partial<NonNullable<RuleSet['audience']>>): void => {
    if (audience) onChange({ audience: { ...audience, ...fields } });
  };
  return (
    <>
      <Rule name={<Trans>评委分</Trans>}>
        <Select
          label={t`算法`}
          value={judges?.aggregate.rule ?? 'none'}
          options={[
            { value: 'trimmedMean', label: t`去掉最高最低分平均` },
            { value: 'mean', label: t`平均分` },
            { value: 'median', label: t`中位数` },
            { value: 'rankPoints', label: t`按名次计分` },
            { value: 'zMean', label: t`标准分平均（分组评审）` },
            { value: 'none', label: t`没有评委分` },
          ]}
          onChange={setJudges}
        />
        {judges?.aggregate.rule === 'trimmedMean' && (
          <Trimmed aggregate={judges.aggregate} onChange={(aggregate) => putJudges({ aggregate })} />
        )}
        {judges?.aggregate.rule === 'rankPoints' && (
          <PointsField
            points={judges.aggregate.points}
            onChange={(points) => putJudges({ aggregate: { rule: 'rankPoints', points } })}
          />
        )}
        {judges && weighs(judges.weight, (weight) => putJudges({ weight }), t`评委占`)}
      </Rule>
      <Rule name={<Trans>观众投票</Trans>}>
        <Select
          label={t`折算`}
          value={audience?.aggregate.rule ?? 'none'}
          options={[
            { value: 'none', label: t`不计观众投票` },
            { value: 'maxScaled', label: t`最高票满分，其余按比例` },
            { value: 'share', label: t`按得票占比` },
            { value: 'rankPoints', label: t`按得票名次计分` },
          ]}
          onChange={setAudience}
        />
        {audience && 'scale' in audience.aggregate && (
          <FullMarks aggregate={audience.aggregate} onChange={(aggregate) => putAudience({ aggregate })} />
        )}
        {audience?.aggregate.rule === 'rankPoints' && (
          <PointsField
            points={audience.aggregate.points}
            onChange={(points) => putAudience({ aggregate: { rule: 'rankPoints', points } })}
          />
        )}
        {audience && weighs(audience.weight, (weight) => putAudience({ weight }), t`观众占`)}
      </Rule>
      <Rule name={<Trans>带入上一轮</Trans>}>
        <Select
          label={t`哪一轮的得分`}
          value={carry?.roundId ?? ''}
          options={[
            { value: '', label: t`不带入` },
            ...published.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(roundId) => {
            const chosen = published.find(({ id }) => id === roundId);
            onChange({ carry: chosen ? { roundId: chosen.id, weight: carry?.weight ?? 0 } : null });
          }}
        />
        {carry && weighs(carry.weight, (weight) => onChange({ carry: { ...carry, weight } }), t`上一轮占`)}
      </Rule>
      <Rule name={<Trans>合成</Trans>}>
        <Select
          label={t`几部分怎么合`}
          value={combine}
          options={[
            { value: 'weighted', label: t`按权重相加` },
            { value: 'sum', label: t`各成一组，直接相加` },
          ]}
          onChange={(value) => onChange({ combine: value })}
        />
        {sum !== null && !Number.isNaN(sum) && (
          <span className={sum === 100 ? common.good : common.problem}>
            <Trans>权重合计 {sum}%</Trans>
          </span>
        )}
      </Rule>
    </>
  );
}

type Trim = Extract<JudgesRule, { rule: 'trimmedMean' }>;

function Trimmed({ aggregate, onChange }: { aggregate: Trim; onChange: (next: Trim) => void }) {
  const { t } = useLingui();
  const few = [0, 1, 2, 3].map((value) => ({ value, label: t`${value} 个` }));
  return (
    <>
      <Select
        label={t`去掉最高分`}
        value={aggregate.high}
        options={few}
        onChange={(high) => onChange({ ...aggregate, high })}
      />
      <Select
        label={t`去掉最低分`}
        value={aggregate.low}
        options={few}
        onChange={(low) => onChange({ ...aggregate, low })}
      />
      <NumberField
        label={t`至少`}
        value={shown(aggregate.minJudges)}
        onChange={(value) => onChange({ ...aggregate, minJudges: value ?? Number.NaN })}
        unit={<Trans>位评委才去，否则取普通平均</Trans>}
      />
    </>
  );
}

type Scaled = Extract<AudienceRule, { scale: number }>;

function FullMarks({ aggregate, onChange }: { aggregate: Scaled; onChange: (next: Scaled) => void }) {
  const { t } = useLingui();
  return (
    <NumberField
      kind="figure"
      label={t`满分`}
      value={shown(aggregate.scale)}
      onChange={(scale) => onChange({ ...aggregate, scale: scale ?? Number.NaN })}
    />
  );
}
