import { Trans, useLingui } from '@lingui/react/macro';
import type { Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Criterion } from '#shared/model/ruleset.ts';
import { Button, IconButton } from '../../../ui/parts/Button.tsx';
import common from '../parts/common.module.css';
import { moved, replaced, without } from '../parts/list.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { figureText } from '../parts/thousandths.ts';
import { useDo } from '../parts/use-do.ts';
import { useDraft } from '../parts/use-draft.ts';
import styles from './plan.module.css';
import { type CriterionProblem, criterionProblem, freshId, fullMarks } from './rules.ts';
import { SaveBar } from './SaveBar.tsx';

/** While it is written a figure may be none; `NaN` is how it says so to the checks. */
const figure = (value: number | null): number => value ?? Number.NaN;
const shown = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** SC-1: what is scored, in what range and steps, and how much each part weighs. */
export function CriteriaEditor({ round }: { round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const draft = useDraft({ criteria: round.criteria });
  const { criteria } = draft.value;
  const put = (next: Criterion[]): void => draft.change({ criteria: next });
  const change = (index: number, fields: Partial<Criterion>): void => {
    const before = criteria[index];
    if (before) put(replaced(criteria, index, { ...before, ...fields }));
  };
  const words: Record<CriterionProblem, string> = {
    none: t`每个数都要填好`,
    name: t`每个评分项都要有名称`,
    range: t`最高分要大于最低分`,
    step: t`从最低分起，每档要正好走到最高分`,
  };
  const problem = criteria.map(criterionProblem).find((one) => one !== null) ?? null;
  const save = async (): Promise<void> => {
    if ((await act('round:put', { roundId: round.id, criteria }, t`评分项已保存`)) !== null) draft.reset();
  };
  return (
    <div className={common.section}>
      <div className={common.spread}>
        <h3 className={common.title}>
          <Trans context="several">评分项</Trans>
        </h3>
        <span className={common.note}>
          {problem === null && <Trans>满分 {figureText(fullMarks(criteria))}</Trans>}
        </span>
      </div>
      <div className={common.scroll}>
        <table className={common.table}>
          <thead>
            <tr>
              <th>
                <Trans>名称</Trans>
              </th>
              <th>
                <Trans>英文名称</Trans>
              </th>
              <th>
                <Trans>最低</Trans>
              </th>
              <th>
                <Trans>最高</Trans>
              </th>
              <th>
                <Trans>步长</Trans>
              </th>
              <th>
                <Trans>权重</Trans>
              </th>
              <th className={common.actions}>
                <Trans>操作</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion, index) => {
              const name = criterion.name.zh || criterion.name.en || t`第 ${index + 1} 项`;
              const field = (key: 'min' | 'max' | 'step' | 'weight', label: string) => (
                <td>
                  <NumberField
                    kind="figure"
                    isLabelHidden
                    label={label}
                    value={shown(criterion[key])}
                    onChange={(value) => change(index, { [key]: figure(value) })}
                  />
                </td>
              );
              return (
                <tr key={criterion.id}>
                  <td>
                    <input
                      className={styles.input}
                      aria-label={t`第 ${index + 1} 项的名称`}
                      maxLength={LIMITS.personName}
                      value={criterion.name.zh}
                      onChange={({ target }) =>
                        change(index, { name: { ...criterion.name, zh: target.value } })
                      }
                    />
                  </td>
                  <td>
                    <input
                      className={styles.input}
                      aria-label={t`第 ${index + 1} 项的英文名称`}
                      maxLength={LIMITS.personName}
                      value={criterion.name.en}
                      onChange={({ target }) =>
                        change(index, { name: { ...criterion.name, en: target.value } })
                      }
                    />
                  </td>
                  {field('min', t`${name} 的最低分`)}
                  {field('max', t`${name} 的最高分`)}
                  {field('step', t`${name} 的步长`)}
                  {field('weight', t`${name} 的权重`)}
                  <td className={common.actions}>
                    <IconButton
                      label={t`上移：${name}`}
                      disabled={index === 0}
                      onClick={() => put(moved(criteria, index, -1))}
                    >
                      ↑
                    </IconButton>
                    <IconButton
                      label={t`去掉：${name}`}
                      disabled={criteria.length === 1}
                      onClick={() => put(without(criteria, index))}
                    >
                      ×
                    </IconButton>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {criteria.length < LIMITS.criteria && (
        <div className={common.row}>
          <Button size="small" tone="quiet" onClick={() => put([...criteria, another(criteria)])}>
            <Trans context="criterion">加一项</Trans>
          </Button>
        </div>
      )}
      {draft.isChanged && <SaveBar problem={problem && words[problem]} onReset={draft.reset} onSave={save} />}
    </div>
  );
}

/** One more like the last. */
function another(criteria: readonly Criterion[]): Criterion {
  const last = criteria[criteria.length - 1];
  const { min = 0, max = 10_000, step = 100, weight = 1_000 } = last ?? {};
  return { id: freshId(criteria) as Criterion['id'], name: { zh: '', en: '' }, min, max, step, weight };
}
