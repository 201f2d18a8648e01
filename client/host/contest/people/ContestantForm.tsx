import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { Contest, Contestant } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Field } from '../../../ui/parts/Field.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import common from '../parts/common.module.css';
import { Sure } from '../parts/Sure.tsx';
import { useDo } from '../parts/use-do.ts';
import { contestantStatusWords } from '../words.ts';
import { PhotoField } from './PhotoField.tsx';

type Props = { contest: Contest; slug: string; contestant: Contestant | null; onClose: () => void };

const blank = { name: '', organisation: '', introduction: '', photo: null, status: 'competing' } as const;

export function ContestantForm({ contest, slug, contestant, onClose }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const [draft, setDraft] = useState<Omit<Contestant, 'id'>>(contestant ?? blank);
  const change = (fields: Partial<typeof draft>): void => setDraft({ ...draft, ...fields });
  const isInRound =
    contestant !== null &&
    contest.rounds.some(({ entries }) => entries.some(({ id }) => id === contestant.id));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, organisation, introduction, photo, status } = draft;
    const fields = { name, organisation, introduction, photo, status };
    const saved = await act(
      'contestant:put',
      contestant ? { id: contestant.id, ...fields } : fields,
      t`已保存：${name.trim()}`,
    );
    if (saved !== null) onClose();
  };
  const remove = async (id: Contestant['id']): Promise<void> => {
    if ((await act('contestant:remove', { contestantId: id }, t`已移除`)) !== null) onClose();
  };
  return (
    <Sheet title={contestant ? <Trans>修改选手</Trans> : <Trans>添加选手</Trans>} onClose={onClose}>
      <form className={common.stack} onSubmit={(event) => void submit(event)}>
        <PhotoField
          slug={slug}
          name={draft.name}
          photo={draft.photo}
          onChange={(photo) => change({ photo })}
        />
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
        <TextArea
          label={t`简介`}
          rows={3}
          value={draft.introduction}
          maxLength={LIMITS.introduction}
          onChange={({ target }) => change({ introduction: target.value })}
        />
        {contestant && (
          <div className={common.tight}>
            <Select
              label={t`状态`}
              value={draft.status}
              options={(['competing', 'frozen', 'withdrawn'] as const).map((value) => ({
                value,
                label: t(contestantStatusWords[value]),
              }))}
              onChange={(status) => change({ status })}
            />
            <p className={common.note}>
              <Trans>冻结：仍参赛，暂时不能被投票。退赛：不再排名，也不用再评。</Trans>
            </p>
          </div>
        )}
        <div className={common.spread}>
          {contestant && !isInRound ? (
            <Sure sure={<Trans>确认移除</Trans>} onSure={() => remove(contestant.id)}>
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
