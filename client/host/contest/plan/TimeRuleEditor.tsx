import { Trans, useLingui } from '@lingui/react/macro';
import type { TimeRule } from '#shared/model/ruleset.ts';
import { Button, IconButton } from '../../../ui/parts/Button.tsx';
import { Toggle } from '../../../ui/parts/Toggle.tsx';
import common from '../parts/common.module.css';
import { replaced, without } from '../parts/list.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Rule, type RuleProps, shown } from './Rule.tsx';

const fresh: TimeRule = {
  minSeconds: null,
  maxSeconds: 480,
  graceSeconds: 10,
  over: [{ fromSeconds: 0, points: 200 }],
  under: [],
  cap: null,
};

/** SC-9: limits, and what is taken off beyond them. */
export function TimeRuleEditor({ rules, onChange }: RuleProps) {
  const { t } = useLingui();
  const { time } = rules;
  const change = (fields: Partial<TimeRule>): void => {
    if (time) onChange({ time: { ...time, ...fields } });
  };
  return (
    <Rule name={<Trans>用时</Trans>}>
      <Toggle isOn={time !== null} onChange={(isOn) => onChange({ time: isOn ? fresh : null })}>
        <Trans>限时，超出扣分</Trans>
      </Toggle>
      {time && (
        <>
          <NumberField
            label={t`最长`}
            value={shown(time.maxSeconds)}
            onChange={(maxSeconds) => change({ maxSeconds })}
            unit={<Trans>秒</Trans>}
          />
          <NumberField
            label={t`最短`}
            value={shown(time.minSeconds)}
            onChange={(minSeconds) => change({ minSeconds })}
            unit={<Trans>秒，可不填</Trans>}
          />
          <NumberField
            label={t`宽限`}
            value={shown(time.graceSeconds)}
            onChange={(value) => change({ graceSeconds: value ?? Number.NaN })}
            unit={<Trans>秒</Trans>}
          />
          <NumberField
            kind="figure"
            label={t`扣分最多`}
            value={shown(time.cap)}
            onChange={(cap) => change({ cap })}
            unit={<Trans>分，可不填</Trans>}
          />
          <Steps label={t`超时`} steps={time.over} onChange={(over) => change({ over })} />
          {time.minSeconds !== null && (
            <Steps label={t`不足`} steps={time.under} onChange={(under) => change({ under })} />
          )}
        </>
      )}
    </Rule>
  );
}

type StepsProps = { label: string; steps: TimeRule['over']; onChange: (steps: TimeRule['over']) => void };

function Steps({ label, steps, onChange }: StepsProps) {
  const { t } = useLingui();
  const last = steps[steps.length - 1]?.fromSeconds ?? -10;
  return (
    <div className={common.tight}>
      {steps.map((step, index) => (
        // Rows have no id of their own, and none is ever moved.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={common.row}>
          <NumberField
            label={label}
            value={shown(step.fromSeconds)}
            unit={<Trans>秒起</Trans>}
            onChange={(value) =>
              onChange(replaced(steps, index, { ...step, fromSeconds: value ?? Number.NaN }))
            }
          />
          {step.points !== null && (
            <NumberField
              kind="figure"
              label={t`扣`}
              value={shown(step.points)}
              unit={<Trans>分</Trans>}
              onChange={(value) => onChange(replaced(steps, index, { ...step, points: value ?? Number.NaN }))}
            />
          )}
          <Toggle
            isOn={step.points === null}
            onChange={(isOut) => onChange(replaced(steps, index, { ...step, points: isOut ? null : 0 }))}
          >
            <Trans>取消资格</Trans>
          </Toggle>
          <IconButton
            label={t`去掉这一档：${label} ${step.fromSeconds} 秒`}
            onClick={() => onChange(without(steps, index))}
          >
            ×
          </IconButton>
        </div>
      ))}
      {steps.length < 10 && (
        <div>
          <Button
            size="small"
            tone="quiet"
            onClick={() => onChange([...steps, { fromSeconds: last + 10, points: 100 }])}
          >
            <Trans>{label}：加一档</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
