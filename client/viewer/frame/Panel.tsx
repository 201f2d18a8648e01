import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense, useState } from 'react';
import { useEventState } from '../../ui/live/client-context.ts';
import { panelId, tabId, Tabs } from '../../ui/parts/Tabs.tsx';
import { Comments } from '../comments/Comments.tsx';
import { Speak } from '../comments/Speak.tsx';
import { LazyContestDock, LazyContestPanel } from '../contest/lazy-contest.ts';
import { DanmakuSwitch } from '../danmaku/DanmakuSwitch.tsx';
import type { DanmakuControl } from '../danmaku/use-danmaku-settings.ts';
import { PollDock } from '../polls/PollDock.tsx';
import { Polls } from '../polls/Polls.tsx';
import { isOpen, usePolls } from '../polls/use-polls.ts';
import { Reactions } from '../reactions/Reactions.tsx';
import styles from './Panel.module.css';
import { Rundown } from './Rundown.tsx';

type Tab = 'talk' | 'contest' | 'polls' | 'rundown';

/** Everything a viewer can do: talk, vote, see what comes; reactions are always at hand. */
export function Panel({ danmaku }: { danmaku: DanmakuControl }) {
  const { t } = useLingui();
  const [tab, setTab] = useState<Tab>('talk');
  const openPolls = usePolls().filter(isOpen).length;
  const hasContest = useEventState(({ contest }) => contest?.latest != null);
  const content: Record<Tab, ReactNode> = {
    talk: (
      <div className={styles.talk}>
        <PollDock onOpen={() => setTab('polls')} />
        {hasContest && (
          <Suspense fallback={null}>
            <LazyContestDock onOpen={() => setTab('contest')} />
          </Suspense>
        )}
        <div className={styles.list}>
          <Comments />
        </div>
      </div>
    ),
    contest: (
      <Suspense fallback={null}>
        <LazyContestPanel />
      </Suspense>
    ),
    polls: <Polls />,
    rundown: <Rundown />,
  };
  return (
    <section className={styles.panel} aria-label={t`参与`}>
      <div className={styles.tabs}>
        <Tabs<Tab>
          label={t`参与`}
          chosen={tab}
          onChange={setTab}
          tabs={[
            { name: 'talk', label: <Trans>互动</Trans> },
            ...(hasContest ? [{ name: 'contest' as const, label: <Trans>比赛</Trans> }] : []),
            { name: 'polls', label: <Trans>投票</Trans>, note: openPolls > 0 ? openPolls : null },
            { name: 'rundown', label: <Trans>流程单</Trans> },
          ]}
        />
        <DanmakuSwitch danmaku={danmaku} isBare={hasContest} />
      </div>
      {/* Whoever has no mouse scrolls by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        className={styles.body}
        id={panelId(tab)}
        role="tabpanel"
        aria-labelledby={tabId(tab)}
        tabIndex={0}
      >
        {content[tab]}
      </div>
      <div className={styles.hand}>
        <div className={styles.reactions}>
          <Reactions />
        </div>
        <Speak />
      </div>
    </section>
  );
}
