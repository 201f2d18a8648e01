import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { Hidden } from '../../../ui/parts/Hidden.tsx';
import { isHeld, isOut, entryProgress } from '../desk/cards.ts';
import common from '../parts/common.module.css';
import { HoldButton } from '../parts/HoldButton.tsx';
import { useDo } from '../parts/use-do.ts';
import { needsSeal } from './patterns.ts';
import styles from './reveal.module.css';
import { shownWords, stepWords } from './words.ts';

/** The next step, behind a button that is held. `after` keeps two hosts from showing two steps. */
export function LiveReveal({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const [isBusy, setIsBusy] = useState(false);
  const { script, shown } = round;
  const [next] = script;
  const last = shown[shown.length - 1];
  const wait = next && whyWait(contest, round, next);
  const reveal = async (): Promise<void> => {
    setIsBusy(true);
    await act('reveal:next', { roundId: round.id, after: shown.length });
    setIsBusy(false);
  };
  return (
    <section className={styles.box} aria-label={t`现场揭晓`}>
      <div className={common.spread}>
        <h3 className={common.title}>
          <Trans>现场揭晓</Trans>
        </h3>
        <span className={common.note}>
          <Trans>
            已揭晓 {shown.length} 步，还有 {script.length} 步
          </Trans>
        </span>
      </div>
      {next ? (
        <>
          <p className={common.note}>
            <Trans>下一步</Trans>
          </p>
          <p className={styles.next}>{t(stepWords(contest, round, next))}</p>
          <HoldButton isBusy={isBusy} disabled={wait !== null} onHeld={() => void reveal()}>
            <Trans>按住揭晓</Trans>
          </HoldButton>
          <p className={common.note}>
            {wait === 'seal' ? (
              <Trans>名次、投票和奖项要封存之后才能揭晓。</Trans>
            ) : wait === 'cards' ? (
              <Trans>这位选手的评分表还没有交齐。</Trans>
            ) : wait === 'calibration' ? (
              <Trans>统一定标：前 {round.rules.calibration} 位全部评完后才能亮分。</Trans>
            ) : (
              <Trans>按住约一秒，填满即上大屏，不能收回。空格键、回车键也可以按住。</Trans>
            )}
          </p>
        </>
      ) : (
        <p className={common.note}>
          {shown.length === 0 ? (
            <Trans>脚本还是空的。先在左边选一种现成的次序。</Trans>
          ) : (
            <EndWords isSealed={round.status === 'sealed'} />
          )}
        </p>
      )}
      <Hidden says>{last ? t(shownWords(contest, last, t)) : ''}</Hidden>
    </section>
  );
}

/** What comes after the last step. */
const EndWords = ({ isSealed }: { isSealed: boolean }) =>
  isSealed ? (
    <Trans>脚本已经走完，接下来公布全部成绩。</Trans>
  ) : (
    <Trans>脚本已经走完。封存评分之后可以揭晓名次、公布全部成绩。</Trans>
  );

type Wait = 'seal' | 'cards' | 'calibration';

/** What the server would refuse the step for. */
function whyWait(contest: Contest, round: Round, step: Round['script'][number]): Wait | null {
  if (round.status === 'sealed' || step.show === 'entry') return null;
  if (needsSeal(step)) return 'seal';
  if (!('entryId' in step)) return null;
  const isWhole =
    isOut(contest, round, step.entryId) || entryProgress(round, step.entryId).waiting.length === 0;
  if (!isWhole) return 'cards';
  return isHeld(contest, round, step.entryId) ? 'calibration' : null;
}
