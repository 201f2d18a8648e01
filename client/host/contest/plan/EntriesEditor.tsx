import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Button, IconButton } from '../../../ui/parts/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/parts/States.tsx';
import common from '../parts/common.module.css';
import { moved, replaced, without } from '../parts/list.ts';
import { contestantName } from '../parts/names.ts';
import { useDo } from '../parts/use-do.ts';
import { useSent } from '../parts/use-sent.ts';
import { DrawSheet } from './DrawSheet.tsx';
import styles from './plan.module.css';

/** Who takes part, in the order of appearance; each change is saved as it is made. */
export function EntriesEditor({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const [isDrawing, setIsDrawing] = useState(false);
  const [entries, put] = useSent(round.entries, (next) =>
    act('round:put', { roundId: round.id, entries: next }),
  );
  const others = contest.contestants.filter(
    ({ id, status }) => status !== 'withdrawn' && !entries.some((entry) => entry.id === id),
  );
  const isOut = (id: string): boolean =>
    contest.contestants.some((one) => one.id === id && one.status === 'withdrawn');
  return (
    <div className={common.section}>
      <div className={common.spread}>
        <h3 className={common.title}>
          <Trans>出场顺序（{entries.length} 位）</Trans>
        </h3>
        <div className={common.row}>
          {others.length > 0 && (
            <Button
              size="small"
              tone="quiet"
              onClick={() => put([...entries, ...others.map(({ id }) => ({ id, title: '' }))])}
            >
              <Trans>加入其余 {others.length} 位</Trans>
            </Button>
          )}
          <Button
            size="small"
            disabled={entries.length < 2}
            aria-haspopup="dialog"
            onClick={() => setIsDrawing(true)}
          >
            <Trans>抽签</Trans>
          </Button>
        </div>
      </div>
      {entries.length === 0 && (
        <EmptyState title={<Trans>这一轮还没有选手</Trans>}>
          {contest.contestants.length === 0 ? (
            <Trans>先到左边的“选手”里添加。</Trans>
          ) : (
            <Trans>按“加入其余”，再去掉不进这一轮的。</Trans>
          )}
        </EmptyState>
      )}
      <ol className={styles.list}>
        {entries.map((entry, index) => {
          const name = contestantName(contest, entry.id);
          return (
            <li key={entry.id} className={styles.entry}>
              <span className={styles.place}>{index + 1}</span>
              <span className={cx(styles.person, isOut(entry.id) && styles.out)} dir="auto">
                {name}
              </span>
              <EntryTitle
                label={t`${name} 的题目`}
                value={entry.title}
                onSave={(title) => put(replaced(entries, index, { ...entry, title }))}
              />
              <span className={styles.buttons}>
                <IconButton
                  label={t`上移：${name}`}
                  disabled={index === 0}
                  onClick={() => put(moved(entries, index, -1))}
                >
                  ↑
                </IconButton>
                <IconButton
                  label={t`下移：${name}`}
                  disabled={index === entries.length - 1}
                  onClick={() => put(moved(entries, index, 1))}
                >
                  ↓
                </IconButton>
                <IconButton label={t`移出这一轮：${name}`} onClick={() => put(without(entries, index))}>
                  ×
                </IconButton>
              </span>
            </li>
          );
        })}
      </ol>
      {isDrawing && <DrawSheet contest={contest} round={round} onClose={() => setIsDrawing(false)} />}
    </div>
  );
}

type TitleProps = { label: string; value: string; onSave: (title: string) => void };

/** The title of a speech or work; saved when one leaves the field. */
function EntryTitle({ label, value, onSave }: TitleProps) {
  const { t } = useLingui();
  const [text, setText] = useState<string | null>(null);
  const leave = (): void => {
    if (text !== null && text.trim() !== value) onSave(text.trim());
    setText(null);
  };
  return (
    <input
      className={styles.input}
      aria-label={label}
      placeholder={t`题目（可不填）`}
      maxLength={LIMITS.titleLength}
      value={text ?? value}
      onChange={({ target }) => setText(target.value)}
      onBlur={leave}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  );
}
