import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RevealStep, Shown } from '#shared/model/reveal.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { Act } from '../../parts/Act.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import plan from '../plan/plan.module.css';
import styles from './reveal.module.css';
import { ShownView } from './ShownView.tsx';
import { stepWords } from './words.ts';

type Props = { contest: Contest; round: Round; steps: readonly RevealStep[]; onClose: () => void };

/** The script on invented figures: for this desk alone, recorded nowhere. */
export function RehearseReveal({ contest, round, steps, onClose }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const [shown, setShown] = useState<readonly Shown[] | null>(null);
  const [at, setAt] = useState(0);
  const start = async (): Promise<void> => {
    const played = await act('contest:rehearse', { roundId: round.id, steps: [...steps] });
    if (played === null) return;
    setShown(played.shown);
    setAt(0);
  };
  const step = steps[at];
  const now = shown?.[at];
  const count = shown?.length ?? 0;
  return (
    <Sheet title={<Trans>彩排</Trans>} onClose={onClose}>
      <div className={common.stack}>
        <p className={plan.invented}>
          <Trans>彩排：分数和票数都是虚构的，只有这里看得见，不会记录，也不会公布。</Trans>
        </p>
        {shown === null || !now || !step ? (
          <Act onPress={start}>
            <Trans>开始彩排（{steps.length} 步）</Trans>
          </Act>
        ) : (
          <>
            <div className={`${styles.box} ${styles.trial}`} aria-live="polite">
              <p className={common.note}>
                <Trans>
                  第 {at + 1} 步，共 {count} 步
                </Trans>
              </p>
              <p className={styles.next}>{t(stepWords(contest, round, step))}</p>
              <ShownView contest={contest} shown={now} />
            </div>
            <div className={common.spread}>
              <Act size="small" tone="quiet" onPress={start}>
                <Trans>换一组数再来</Trans>
              </Act>
              <div className={common.row}>
                <Button size="small" disabled={at === 0} onClick={() => setAt(at - 1)}>
                  <Trans>上一步</Trans>
                </Button>
                <Button size="small" disabled={at >= count - 1} onClick={() => setAt(at + 1)}>
                  <Trans>下一步</Trans>
                </Button>
              </div>
            </div>
          </>
        )}
      </div>
    </Sheet>
  );
}
