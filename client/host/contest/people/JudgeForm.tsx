import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { Contest, Judge } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Field } from '../../../ui/parts/Field.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { Toggle } from '../../../ui/parts/Toggle.tsx';
import common from '../parts/common.module.css';
import { Sure } from '../parts/Sure.tsx';
import { useDo } from '../parts/use-do.ts';
import { Checks } from './Checks.tsx';
import { conflictOf, organisationsOf, toggled } from './judges.ts';

type Props = { contest: Contest; judge: Judge | null; onClose: () => void };

const blank = { name: '', organisation: '', isHead: false, isTieBreak: false };

/** A judge, and whom they will not score. */
export function JudgeForm({ contest, judge, onClose }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const [draft, setDraft] = useState<Omit<Judge, 'id'>>(judge ?? blank);
  const known = judge && conflictOf(contest, judge.id);
  const [conflict, setConflict] = useState({
    contestantIds: known?.contestantIds ?? [],
    organisations: known?.organisations ?? [],
  });
  const change = (fields: Partial<typeof draft>): void => setDraft({ ...draft, ...fields });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, organisation, isHead, isTieBreak } = draft;
    const fields = { name, organisation, isHead, isTieBreak };
    const saved = await act('judge:put', judge ? { id: judge.id, ...fields } : fields);
    if (saved === null) return;
    const isSame =
      JSON.stringify(conflict.contestantIds) === JSON.stringify(known?.contestantIds ?? []) &&
      JSON.stringify(conflict.organisations) === JSON.stringify(known?.organisations ?? []);
    if (!isSame && (await act('judge:conflict', { judgeId: saved.id, ...conflict })) === null) return;
    onClose();
  };
  const remove = async (judgeId: Judge['id']): Promise<void> => {
    if ((await act('judge:remove', { judgeId }, t`已移除`)) !== null) onClose();
  };
  const isOnPanel = judge !== null && contest.rounds.some(({ panel }) => panel.includes(judge.id));
  return (
    <Sheet title={judge ? <Trans>修改评委</Trans> : <Trans>添加评委</Trans>} onClose={onClose}>
      <form className={common.stack} onSubmit={(event) => void submit(event)}>
        <Field
          label={t`姓名`}
          value={draft.name}
          maxLength={LIMITS.personName}
          onChange={({ target }) => change({ name: target.value })}
        />
        <Field
          label={t`单位`}
          value={draft.organisation}
          maxLength={LIMITS.organisation}
          onChange={({ target }) => change({ organisation: target.value })}
        />
        <div className={common.row}>
          <Toggle isOn={draft.isHead} onChange={(isHead) => change({ isHead })}>
            <Trans>评委主席</Trans>
          </Toggle>
          <Toggle isOn={draft.isTieBreak} onChange={(isTieBreak) => change({ isTieBreak })}>
            <Trans>决胜评委</Trans>
          </Toggle>
        </div>
        <details>
          <summary className={common.note}>
            <Trans>
              利益冲突（开始评分时自动回避）：{conflict.contestantIds.length} 位选手，
              {conflict.organisations.length} 个单位
            </Trans>
          </summary>
          {contest.contestants.length > 0 && (
            <Checks
              legend={t`不评的选手`}
              options={contest.contestants.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={conflict.contestantIds}
              onToggle={(id) =>
                setConflict({ ...conflict, contestantIds: toggled(conflict.contestantIds, id) })
              }
            />
          )}
          {organisationsOf(contest).length > 0 && (
            <Checks
              legend={t`不评的单位`}
              options={organisationsOf(contest).map((name) => ({ value: name, label: name }))}
              chosen={conflict.organisations}
              onToggle={(name) =>
                setConflict({ ...conflict, organisations: toggled(conflict.organisations, name) })
              }
            />
          )}
        </details>
        <div className={common.spread}>
          {judge && !isOnPanel ? (
            <Sure sure={<Trans>确认移除</Trans>} onSure={() => remove(judge.id)}>
              <Trans>移除</Trans>
            </Sure>
          ) : (
            <span />
          )}
          <Button type="submit" disabled={draft.name.trim() === ''}>
            <Trans>保存</Trans>
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
