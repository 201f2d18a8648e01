import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import { inBookMarks } from '../../../ui/contest/book-marks.ts';
import { useEventState } from '../../../ui/live/client-context.ts';
import { Act } from '../../parts/Act.tsx';
import common from '../parts/common.module.css';
import { contestantName, judgeName } from '../parts/names.ts';
import { COMMA } from '../../../ui/desk/separators.ts';
import { useDo } from '../parts/use-do.ts';
import { entryProgress, nextEntry } from './cards.ts';
import styles from './desk.module.css';
import { StopwatchBox } from './StopwatchBox.tsx';

/** Who is on the stage, whose scores are still out, how long they have spoken, and who is next. */
export function OnStage({ contest, round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const { current } = contest;
  const called = current?.roundId === round.id ? current.entryId : null;
  const next = nextEntry(contest, round);
  const entry = round.entries.find(({ id }) => id === called);
  const waiting = called === null ? [] : entryProgress(round, called).waiting;
  return (
    <section className={styles.box} aria-label={t`台上`}>
      {called === null ? (
        <p className={common.note}>
          <Trans>台上没有人。请第一位上台，大屏会显示选手卡片。</Trans>
        </p>
      ) : (
        <>
          <div>
            <p className={styles.onStage} dir="auto">
              {contestantName(contest, called)}
            </p>
            {entry?.title && (
              <p className={common.note} dir="auto">
                {inBookMarks(entry.title)}
              </p>
            )}
          </div>
          <StopwatchBox contest={contest} round={round} entryId={called} />
          {round.panel.length > 0 &&
            (waiting.length === 0 ? (
              <p className={common.good}>
                <Trans>评分表已交齐</Trans>
              </p>
            ) : (
              <p className={common.note}>
                <Trans>
                  还差 {waiting.length} 位：{waiting.map((id) => judgeName(contest, id)).join(t(COMMA))}
                </Trans>
              </p>
            ))}
        </>
      )}
      <StageHint />
      <div className={common.row}>
        {next !== null && (
          <Act size="small" onPress={() => act('entry:call', { roundId: round.id, entryId: next })}>
            <Trans>请 {contestantName(contest, next)} 上台</Trans>
          </Act>
        )}
        {called !== null && (
          <Act
            size="small"
            tone="quiet"
            onPress={() => act('entry:call', { roundId: round.id, entryId: null })}
          >
            <Trans>请下台</Trans>
          </Act>
        )}
      </div>
    </section>
  );
}

/** Says it, when the hall looks at something else. */
export function StageHint() {
  const act = useDo();
  const scene = useEventState(({ stage }) => stage.scene);
  if (scene === 'contest') return null;
  return (
    <div className={common.row}>
      <span className={common.note}>
        <Trans>大屏现在不是比赛画面</Trans>
      </span>
      <Act size="small" onPress={() => act('stage:take', { scene: 'contest' })}>
        <Trans>切到比赛</Trans>
      </Act>
    </div>
  );
}
