import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RevealStep } from '#shared/model/reveal.ts';
import { cx } from '../../../ui/cx.ts';
import { Button, IconButton } from '../../../ui/parts/Button.tsx';
import { EmptyState } from '../../../ui/parts/States.tsx';
import common from '../parts/common.module.css';
import { contestantName } from '../parts/names.ts';
import { useDo } from '../parts/use-do.ts';
import { useSent } from '../parts/use-sent.ts';
import { blocks, moveBlock, removeBlock, scriptProblem } from './patterns.ts';
import { PatternButtons } from './PatternButtons.tsx';
import { RehearseReveal } from './RehearseReveal.tsx';
import styles from './reveal.module.css';
import { stepWords } from './words.ts';

/** The steps still to come. Each change is saved as it is made; the last one can be taken back. */
export function ScriptEditor({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const [before, setBefore] = useState<{ steps: readonly RevealStep[]; shown: number } | null>(null);
  const [isTrying, setIsTrying] = useState(false);
  const [script, send] = useSent(round.script, (steps) =>
    act('reveal:prepare', { roundId: round.id, steps }),
  );
  const put = (steps: RevealStep[]): void => {
    setBefore({ steps: script, shown: round.shown.length });
    send(steps);
  };
  const canUndo = before !== null && before.shown === round.shown.length;
  const undo = (): void => {
    if (before) send([...before.steps]);
    setBefore(null);
  };
  const all = blocks(script);
  return (
    <section className={common.stack} aria-label={t`揭晓脚本`}>
      <div className={common.spread}>
        <h3 className={common.title}>
          <Trans>揭晓脚本（还有 {script.length} 步）</Trans>
        </h3>
        <div className={common.row}>
          {canUndo && (
            <Button size="small" tone="quiet" onClick={undo}>
              <Trans>撤销改动</Trans>
            </Button>
          )}
          {script.length > 0 && (
            <>
              <Button size="small" tone="quiet" onClick={() => put([])}>
                <Trans>清空</Trans>
              </Button>
              <Button size="small" aria-haspopup="dialog" onClick={() => setIsTrying(true)}>
                <Trans>用虚构的分数彩排</Trans>
              </Button>
            </>
          )}
        </div>
      </div>
      <PatternButtons
        contest={contest}
        round={round}
        problemWith={(steps) => scriptProblem([...script, ...steps])}
        onAdd={(steps) => put([...script, ...steps])}
      />
      {all.length === 0 && round.shown.length > 0 && (
        <EmptyState title={<Trans>脚本里的步骤都揭晓了</Trans>}>
          {round.status === 'sealed' ? (
            <Trans>接下来公布全部成绩。还想揭晓别的，可以再加一种次序。</Trans>
          ) : (
            <Trans>评分还没有封存。名次、投票和奖项可以先加进来，封存之后揭晓，最后公布全部成绩。</Trans>
          )}
        </EmptyState>
      )}
      {all.length === 0 && round.shown.length === 0 && (
        <EmptyState title={<Trans>脚本还是空的</Trans>}>
          <Trans>选一种现成的次序加进来，再上下移动、去掉不要的。揭晓之前随时可以改。</Trans>
        </EmptyState>
      )}
      <ol className={styles.list}>
        {all.map(({ first, steps }, index) => {
          const [step] = steps;
          if (!step) return null;
          const isMany = steps.length > 1 && 'entryId' in step;
          const words = isMany
            ? t`${contestantName(contest, step.entryId)}：逐位亮分到得分`
            : t(stepWords(contest, round, step));
          return (
            <li key={first} className={cx(styles.step, index === 0 && styles.first)}>
              <span className={styles.number}>
                {first + 1}
                {isMany && `–${first + steps.length}`}
              </span>
              <span>{words}</span>
              <span className={styles.buttons}>
                <IconButton
                  label={t`上移：${words}`}
                  disabled={index === 0}
                  onClick={() => put(moveBlock(script, index, -1))}
                >
                  ↑
                </IconButton>
                <IconButton
                  label={t`下移：${words}`}
                  disabled={index === all.length - 1}
                  onClick={() => put(moveBlock(script, index, 1))}
                >
                  ↓
                </IconButton>
                <IconButton label={t`去掉：${words}`} onClick={() => put(removeBlock(script, index))}>
                  ×
                </IconButton>
              </span>
            </li>
          );
        })}
      </ol>
      {isTrying && (
        <RehearseReveal contest={contest} round={round} steps={script} onClose={() => setIsTrying(false)} />
      )}
    </section>
  );
}
