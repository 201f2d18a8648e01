import { Trans, useLingui } from '@lingui/react/macro';
import { type ComponentType, useState } from 'react';
import { ConnectionBanner } from '../ui/live/ConnectionBanner.tsx';
import { panelId, tabId, Tabs } from '../ui/parts/Tabs.tsx';
import { Announced } from './announce/Announced.tsx';
import { CommentsPanel } from './comments/CommentsPanel.tsx';
import { UndoProvider } from './parts/UndoProvider.tsx';
import styles from './Console.module.css';
import { Contest, DeskSwitch, useDesk } from './contest/DeskSwitch.tsx';
import { TabbedProvider } from './parts/tabbed.ts';
import { useRoom } from './parts/use-room.ts';
import { PollsPanel } from './polls/PollsPanel.tsx';
import { useRunsShow } from './rights.ts';
import { RundownPanel } from './run/RundownPanel.tsx';
import { ScreenPanel } from './screen/ScreenPanel.tsx';
import { ActivityLine } from './top/ActivityLine.tsx';
import { CountersStrip } from './top/CountersStrip.tsx';
import { HealthStrip } from './top/HealthStrip.tsx';
import { PanicBar } from './top/PanicBar.tsx';
import { StaleBanner } from './top/StaleBanner.tsx';
import { TopBar } from './top/TopBar.tsx';

/** The desk. Wide: everything at once. Narrower: comments beside one other part, or one part at a time. */
export function Console({ slug }: { slug: string }) {
  const runsShow = useRunsShow();
  const [desk, setDesk] = useDesk(slug);
  return (
    <UndoProvider>
      <div className={styles.console}>
        <TopBar slug={slug}>{runsShow && <DeskSwitch desk={desk} onChange={setDesk} />}</TopBar>
        <div>
          <ConnectionBanner />
          <StaleBanner />
          <Announced />
        </div>
        <div className={styles.strip}>
          <div className={styles.figures}>
            <CountersStrip />
            <HealthStrip />
          </div>
          <PanicBar />
        </div>
        <main className={styles.main}>
          {!runsShow ? <CommentsPanel /> : desk === 'contest' ? <Contest slug={slug} /> : <Desk />}
        </main>
        <ActivityLine />
      </div>
    </UndoProvider>
  );
}

const WIDE_REM = 73;
const MIDDLE_REM = 47;

function Desk() {
  const room = useRoom();
  if (room >= WIDE_REM) {
    return (
      <div className={styles.wide}>
        <RundownPanel />
        <CommentsPanel />
        <div className={styles.side}>
          <ScreenPanel />
          <PollsPanel />
        </div>
      </div>
    );
  }
  if (room >= MIDDLE_REM) {
    return (
      <div className={styles.middle}>
        <OneOf names={['run', 'polls', 'stage']} />
        <CommentsPanel />
      </div>
    );
  }
  return <OneOf names={['run', 'comments', 'polls', 'stage']} />;
}

const PARTS = { run: RundownPanel, comments: CommentsPanel, polls: PollsPanel, stage: ScreenPanel };
type Part = keyof typeof PARTS;

/** One part at a time. */
function OneOf({ names }: { names: readonly Part[] }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Part>('run');
  const Chosen: ComponentType = PARTS[chosen];
  const labels = {
    run: <Trans>流程单</Trans>,
    comments: <Trans>评论</Trans>,
    polls: <Trans>投票</Trans>,
    stage: <Trans>大屏</Trans>,
  };
  return (
    <div className={styles.one}>
      <Tabs
        label={t`导播台的几部分`}
        chosen={chosen}
        onChange={setChosen}
        tabs={names.map((name) => ({ name, label: labels[name] }))}
      />
      <div id={panelId(chosen)} role="tabpanel" aria-labelledby={tabId(chosen)} className={styles.part}>
        <TabbedProvider value>
          <Chosen />
        </TabbedProvider>
      </div>
    </div>
  );
}
