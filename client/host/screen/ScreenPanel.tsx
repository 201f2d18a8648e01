import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ScreenName } from '#shared/model/ids.ts';
import type { SceneRequest } from '#shared/model/stage.ts';
import { MAIN_SCREEN, screenNames, screenOf, takenScene } from '#shared/rules/screens.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Act } from '../parts/Act.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useRun } from '../use-run.ts';
import { lostCount } from './connected.ts';
import { LookFields } from './LookFields.tsx';
import type { Shape } from './Monitor.tsx';
import { Monitors } from './Monitors.tsx';
import { firstLook, isReady, sceneNames, type SceneName, toInput } from './preview.ts';
import { ScenePicker } from './ScenePicker.tsx';
import { ScreenChoice } from './ScreenChoice.tsx';
import styles from './ScreenPanel.module.css';
import { ScreensSheet } from './ScreensSheet.tsx';

/** The screens: what would be shown, what is shown, and the press between the two. */
export function ScreenPanel() {
  const names = useEventState((state) => screenNames(state).join(' ')).split(' ') as ScreenName[];
  const [chosen, setChosen] = useState<ScreenName>(MAIN_SCREEN);
  const [shape, setShape] = useState<Shape>('16:9');
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const screen = names.includes(chosen) ? chosen : MAIN_SCREEN;
  const lost = useEventState(({ gauges }) => lostCount(gauges.screenPages));
  const more = (
    <Button size="small" tone="quiet" aria-haspopup="dialog" onClick={() => setIsSheetOpen(true)}>
      <Trans>分屏、叠加层…</Trans>
      {lost > 0 && (
        <Badge tone="alert">
          <Plural value={lost} other="# 块断开" />
        </Badge>
      )}
    </Button>
  );
  return (
    <Panel title={<Trans>大屏</Trans>} actions={more} isShort>
      <ScreenChoice names={names} chosen={screen} onChoose={setChosen} shape={shape} onShape={setShape} />
      <Desk key={screen} screen={screen} shape={shape} />
      {isSheetOpen && <ScreensSheet onClose={() => setIsSheetOpen(false)} />}
    </Panel>
  );
}

function Desk({ screen, shape }: { screen: ScreenName; shape: Shape }) {
  const { t } = useLingui();
  const run = useRun();
  const [looked, setLooked] = useState<SceneRequest | null>(null);
  const polls = useEventState((state) => state.polls);
  const hasContest = useEventState(({ contest }) => contest !== null);
  const taken = useEventState((state) => takenScene(state, screen).scene);
  const { isBlank, frozen } = useEventState((state) => screenOf(state, screen));
  const canTake = looked !== null && isReady(looked);
  const take = async (): Promise<void> => {
    if (!canTake) return;
    const answer = await run('stage:take', toInput(looked, screen));
    if (answer !== null) setLooked((now) => (now === looked ? null : now)); // what was picked since stays
  };
  return (
    <>
      <Monitors screen={screen} looked={looked} shape={shape} />
      <ScenePicker
        names={sceneNames(hasContest)}
        chosen={looked && (looked.scene as SceneName)}
        onAir={taken}
        isEmpty={(name) => firstLook(name, polls) === null}
        onChoose={(name) => name !== looked?.scene && setLooked(firstLook(name, polls))}
        onTake={() => void take()}
      />
      {looked && <LookFields looked={looked} onChange={setLooked} />}
      <div className={styles.acts}>
        <Act tone={canTake ? 'ember' : 'plain'} disabled={!canTake} title={t`回车或空格`} onPress={take}>
          <Trans>切播</Trans>
        </Act>
        <Act
          aria-pressed={frozen !== null}
          onPress={() => run('screen:configure', { screen, isFrozen: frozen === null })}
        >
          {frozen ? <Trans>解冻</Trans> : <Trans>冻结</Trans>}
        </Act>
        <Act aria-pressed={isBlank} onPress={() => run('screen:configure', { screen, isBlank: !isBlank })}>
          {isBlank ? <Trans>结束黑场</Trans> : <Trans>黑场</Trans>}
        </Act>
      </div>
    </>
  );
}
