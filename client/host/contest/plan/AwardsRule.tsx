import { Trans, useLingui } from '@lingui/react/macro';
import { LIMITS } from '#shared/limits.ts';
import type { Award } from '#shared/model/ruleset.ts';
import { Button, IconButton } from '../../../ui/parts/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { replaced, without } from '../parts/list.ts';
import { NumberField } from '../parts/NumberField.tsx';
import styles from './plan.module.css';
import { Rule, type RuleProps, shown } from './Rule.tsx';

/** SC-15: what is won, by whom, and what a tie at the cut line does. */
export function AwardsRule({ rules, onChange }: RuleProps) {
  const { t } = useLingui();
  const { awards, awardTies } = rules;
  const put = (next: Award[]): void => onChange({ awards: next });
  const field = (award: Award, index: number, language: 'zh' | 'en', label: string) => (
    <input
      className={cx(styles.input, styles.award)}
      aria-label={label}
      placeholder={language === 'en' ? t`英文（可不填）` : ''}
      maxLength={LIMITS.personName}
      value={award.name[language]}
      onChange={({ target }) =>
        put(replaced(awards, index, { ...award, name: { ...award.name, [language]: target.value } }))
      }
    />
  );
  return (
    <Rule name={<Trans>奖项</Trans>}>
      <div className={common.tight}>
        {awards.map((award, index) => (
          // Rows have no id of their own, and none is ever moved.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={common.row}>
            {field(award, index, 'zh', t`第 ${index + 1} 个奖项`)}
            {field(award, index, 'en', t`第 ${index + 1} 个奖项的英文`)}
            <Select
              label={t`按`}
              value={award.by}
              options={[
                { value: 'rank', label: t`名次` },
                { value: 'audience', label: t`观众票数` },
              ]}
              onChange={(by) => put(replaced(awards, index, { ...award, by }))}
            />
            <Select
              label={t`给`}
              value={award.places === null ? 'rest' : 'some'}
              options={[
                { value: 'some', label: t`若干名` },
                { value: 'rest', label: t`其余所有人` },
              ]}
              onChange={(who) =>
                put(replaced(awards, index, { ...award, places: who === 'rest' ? null : 1 }))
              }
            />
            {award.places !== null && (
              <NumberField
                isLabelHidden
                label={t`第 ${index + 1} 个奖项的名额`}
                value={shown(award.places)}
                unit={<Trans>名</Trans>}
                onChange={(places) =>
                  put(replaced(awards, index, { ...award, places: places || Number.NaN }))
                }
              />
            )}
            <IconButton
              label={t`去掉：${award.name.zh || award.name.en}`}
              onClick={() => put(without(awards, index))}
            >
              ×
            </IconButton>
          </div>
        ))}
        {awards.length < LIMITS.awards && (
          <div>
            <Button
              size="small"
              tone="quiet"
              onClick={() => put([...awards, { name: { zh: '', en: '' }, by: 'rank', places: 1 }])}
            >
              <Trans>加一个奖项</Trans>
            </Button>
          </div>
        )}
        {awards.length > 0 && (
          <Select
            label={t`边界上同分`}
            value={awardTies}
            options={[
              { value: 'extend', label: t`都得较高的奖项` },
              { value: 'break', label: t`等评委主席裁定` },
            ]}
            onChange={(ties) => onChange({ awardTies: ties })}
          />
        )}
      </div>
    </Rule>
  );
}
