import { Trans } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import common from '../parts/common.module.css';
import { StageHint } from '../desk/OnStage.tsx';
import { LiveReveal } from './LiveReveal.tsx';
import { PublishBox } from './PublishBox.tsx';
import styles from './reveal.module.css';
import { ScriptEditor } from './ScriptEditor.tsx';
import { ShownList } from './ShownList.tsx';

/** SC-17: the script on the left, and on the right the one button that shows its next step. */
export function RevealPart({ contest, round }: { contest: Contest; round: Round }) {
  const isLive = round.status === 'open' || round.status === 'sealed';
  if (!isLive) {
    return (
      <div className={common.stack}>
        <p className={common.note}>
          <Trans>成绩已全部公布。下面是揭晓的经过。</Trans>
        </p>
        <ShownList contest={contest} round={round} />
      </div>
    );
  }
  return (
    <div className={styles.reveal}>
      <ScriptEditor contest={contest} round={round} />
      <div className={styles.side}>
        <StageHint />
        <LiveReveal contest={contest} round={round} />
        <PublishBox contest={contest} round={round} />
        <ShownList contest={contest} round={round} />
      </div>
    </div>
  );
}
