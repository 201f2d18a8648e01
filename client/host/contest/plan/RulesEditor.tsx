import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import { Toggle } from '../../../ui/parts/Toggle.tsx';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { NumberField } from '../parts/NumberField.tsx';
import { useDo } from '../parts/use-do.ts';
import { useDraft } from '../parts/use-draft.ts';
import { AwardsRule } from './AwardsRule.tsx';
import { PartsRule } from './PartsRule.tsx';
import { Rule, type RuleProps, shown } from './Rule.tsx';
import { fullMarks, type RuleProblem, ruleProblem } from './rules.ts';
import { SaveBar } from './SaveBar.tsx';
import { TieRule } from './TieRule.tsx';
import { TimeRuleEditor } from './TimeRuleEditor.tsx';

/** SC-18: the rule set, in plain words; nothing of it holds before it is saved. */
export function RulesEditor({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const draft = useDraft(round.rules);
  const rules = draft.value;
  const problem = isWritten(rules) ? ruleProblem(rules) : 'numbers';
  const words: Record<RuleProblem | 'numbers', string> = {
    numbers: t`有的数还没有填好`,
    noParts: t`评委、观众、上一轮，至少要有一部分`,
    weights: t`各部分的权重加起来要等于 100%`,
    trim: t`启用去高去低的最少人数，要多于去掉的人数`,
    total: t`总分的上限要大于下限`,
    timeLimits: t`最短时间不能超过最长时间`,
    timeSteps: t`扣分档要按秒数从小到大`,
    awardName: t`每个奖项都要有名称`,
    carry: t`请选一轮带入`,
    zMean: t`标准分只能单独使用，不能和观众投票或上一轮合成`,
  };
  const save = async (): Promise<void> => {
    if ((await act('round:rules', { roundId: round.id, ...rules }, t`规则已保存`)) !== null) draft.reset();
  };
  const props: RuleProps = { contest, round, rules, onChange: draft.change };
  return (
    <div className={common.section}>
      <h3 className={common.title}>
        <Trans>计分规则</Trans>
      </h3>
      <div>
        <PartsRule {...props} />
        <TimeRuleEditor {...props} />
        <Rule name={<Trans>签字之后</Trans>}>
          <Select
            label={t`评分表`}
            value={rules.confirm}
            options={[
              { value: 'auto', label: t`签字后立即锁定` },
              { value: 'scrutineer', label: t`由监督员复核后才锁定` },
            ]}
            onChange={(confirm) => draft.change({ confirm })}
          />
          <NumberField
            label={t`统一定标：前几位一起亮分`}
            value={rules.calibration}
            onChange={(value) => draft.change({ calibration: value ?? Number.NaN })}
            unit={<Trans>位，0 是不用</Trans>}
          />
        </Rule>
        <Rule name={<Trans>总分限制</Trans>}>
          <Toggle
            isOn={rules.total !== null}
            onChange={(isOn) =>
              draft.change({ total: isOn ? { min: 0, max: fullMarks(round.criteria) } : null })
            }
          >
            <Trans>一张评分表的总分另有上下限</Trans>
          </Toggle>
          {rules.total && (
            <>
              <NumberField
                kind="figure"
                label={t`不低于`}
                value={shown(rules.total.min)}
                onChange={(min) =>
                  draft.change({ total: { min: min ?? Number.NaN, max: rules.total?.max ?? 0 } })
                }
              />
              <NumberField
                kind="figure"
                label={t`不高于`}
                value={shown(rules.total.max)}
                onChange={(max) =>
                  draft.change({ total: { min: rules.total?.min ?? 0, max: max ?? Number.NaN } })
                }
              />
            </>
          )}
        </Rule>
        <TieRule {...props} />
        <AwardsRule {...props} />
        <Rule name={<Trans>显示</Trans>}>
          <Select
            label={t`得分显示的小数位`}
            value={rules.decimals}
            options={[0, 1, 2, 3, 4, 5, 6].map((value) => ({ value, label: value }))}
            onChange={(decimals) => draft.change({ decimals })}
          />
        </Rule>
      </div>
      {draft.isChanged && <SaveBar problem={problem && words[problem]} onReset={draft.reset} onSave={save} />}
    </div>
  );
}

/** Whether every number in it is one. */
function isWritten(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isWritten);
}
