import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Field } from '../../../ui/parts/Field.tsx';
import { Act } from '../../parts/Act.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSent } from '../parts/use-sent.ts';
import { Checks } from '../people/Checks.tsx';
import { toggled } from '../people/judges.ts';
import { EntriesEditor } from './EntriesEditor.tsx';
import styles from './plan.module.css';
import { VoteEditor } from './VoteEditor.tsx';

type Props = { contest: Contest; round: Round; onRemoved: () => void };

/** Who is in a round: its name, entries in order, panel, and how the audience votes. */
export function PlanPart({ contest, round, onRemoved }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const { title } = round;
  const name = useDraft({ title });
  const [isRemoving, setIsRemoving] = useState(false);
  const [panel, putPanel] = useSent(round.panel, (next) =>
    act('round:put', { roundId: round.id, panel: next }),
  );
  return (
    <div className={styles.columns}>
      <EntriesEditor contest={contest} round={round} />
      <div>
        <div className={common.section}>
          <Field
            label={t`这一轮叫什么`}
            value={name.value.title}
            maxLength={LIMITS.titleLength}
            onChange={({ target }) => name.change({ title: target.value })}
          />
          <div className={common.end}>
            <Button size="small" tone="danger" onClick={() => setIsRemoving(true)}>
              <Trans>删掉这一轮</Trans>
            </Button>
            <Act
              size="small"
              disabled={!name.isChanged || name.value.title.trim() === ''}
              onPress={() => act('round:put', { roundId: round.id, title: name.value.title }, t`已保存`)}
            >
              <Trans>改名</Trans>
            </Act>
          </div>
        </div>
        <div className={common.section}>
          <h3 className={common.title}>
            <Trans>评委组（{panel.length} 位）</Trans>
          </h3>
          {contest.judges.length === 0 ? (
            <p className={common.note}>
              <Trans>还没有评委，先到左边的“评委”里添加。</Trans>
            </p>
          ) : (
            <Checks
              legend={t`评委组`}
              options={contest.judges.map((judge) => ({ value: judge.id, label: judge.name }))}
              chosen={panel}
              onToggle={(id) => putPanel(toggled(panel, id))}
            />
          )}
        </div>
        <VoteEditor round={round} />
      </div>
      {isRemoving && (
        <Confirm
          title={<Trans>删掉“{title}”？</Trans>}
          action={<Trans>删掉这一轮</Trans>}
          onClose={() => setIsRemoving(false)}
          onConfirm={async () => {
            if ((await act('round:remove', { roundId: round.id }, t`已删掉`)) !== null) onRemoved();
          }}
        >
          <Trans>它的顺序、评分项和规则会一起删掉，不能恢复。选手和评委都还在。</Trans>
        </Confirm>
      )}
    </div>
  );
}
