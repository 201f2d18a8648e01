import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense, useState } from 'react';
import type { EmbedFeature } from '#shared/protocol/embed.ts';
import { cx } from '../../ui/cx.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { useMedia } from '../../ui/live/use-media.ts';
import { ConnectionBanner } from '../../ui/live/ConnectionBanner.tsx';
import { panelId, tabId, Tabs } from '../../ui/parts/Tabs.tsx';
import { Comments } from '../comments/Comments.tsx';
import { Composer } from '../comments/Composer.tsx';
import { Speak } from '../comments/Speak.tsx';
import { LazyContestDock, LazyContestPanel } from '../contest/lazy-contest.ts';
import { EventMoment } from '../frame/EventMoment.tsx';
import { PollDock } from '../polls/PollDock.tsx';
import { Polls } from '../polls/Polls.tsx';
import { isOpen, usePolls } from '../polls/use-polls.ts';
import { Reactions } from '../reactions/Reactions.tsx';
import type { Tell } from './bridge.ts';
import styles from './Embed.module.css';
import { EmbedHeader } from './EmbedHeader.tsx';
import { useReportHeight } from './use-report-height.ts';

/** Where talk and ballots stand side by side; the same as in Embed.module.css. */
const WIDE = '(min-width: 760px)';

type Tab = 'talk' | 'contest' | 'polls';
type Props = { features: readonly EmbedFeature[]; tell: Tell; isPart?: boolean };

/** Comments, ballots and reactions without the picture, which is the site's own. Without comments it is as high as it has to be. */
export function Widget({ features, tell, isPart = false }: Props) {
  const has = (feature: EmbedFeature): boolean => features.includes(feature);
  /** There is something to be one's own. */
  const hasMine = has('comments') || has('polls') || has('contest');
  const isGrowing = !has('comments') && !isPart;
  const content = useReportHeight(tell, isGrowing);
  return (
    <div ref={content} className={cx(styles.widget, isGrowing && styles.growing, isPart && styles.part)}>
      {!isPart && <EmbedHeader hasCounter={has('counter')} hasMine={hasMine} />}
      <ConnectionBanner />
      {!isPart && <Moment />}
      <Body has={has} />
      <div className={styles.hand}>
        {has('reactions') && <Reactions />}
        {has('comments') && (isPart ? <Speak /> : <Composer />)}
      </div>
    </div>
  );
}

function Moment() {
  const isOn = useEventState((state) => state.event.status === 'live');
  if (isOn) return null;
  return (
    <p className={styles.moment}>
      <EventMoment />
    </p>
  );
}

function Body({ has }: { has: (feature: EmbedFeature) => boolean }) {
  const { t } = useLingui();
  const [wish, setWish] = useState<Tab | null>(null);
  const openPolls = usePolls().filter(isOpen).length;
  const hasContest = useEventState(({ contest }) => contest?.latest != null) && has('contest');
  const hasBallots = hasContest || has('polls');
  const isSplit = useMedia(WIDE) && has('comments') && hasBallots;
  const all = [
    ...(has('comments') && !isSplit ? [{ name: 'talk' as const, label: <Trans>互动</Trans> }] : []),
    ...(hasContest ? [{ name: 'contest' as const, label: <Trans>比赛</Trans> }] : []),
    ...(has('polls')
      ? [{ name: 'polls' as const, label: <Trans>投票</Trans>, note: openPolls > 0 ? openPolls : null }]
      : []),
  ];
  const tab = (all.find(({ name }) => name === wish) ?? all[0])?.name;
  if (tab === undefined) return null;
  const docks = (
    <div className={styles.docks}>
      {has('polls') && <PollDock onOpen={() => setWish('polls')} />}
      {hasContest && (
        <Suspense fallback={null}>
          <LazyContestDock onOpen={() => setWish('contest')} />
        </Suspense>
      )}
    </div>
  );
  const content: Record<Tab, ReactNode> = {
    talk: (
      <div className={styles.talk}>
        {!isSplit && docks}
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
  };
  const chosen = (
    <>
      {all.length > 1 && (
        <div className={styles.tabs}>
          <Tabs<Tab> label={t`参与`} chosen={tab} onChange={setWish} tabs={all} />
        </div>
      )}
      {/* Whoever has no mouse scrolls by keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
      <div
        className={styles.body}
        {...(all.length > 1
          ? { id: panelId(tab), role: 'tabpanel', 'aria-labelledby': tabId(tab) }
          : { role: 'group', 'aria-label': t`参与` })}
        tabIndex={0}
      >
        {content[tab]}
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
    </>
  );
  if (!isSplit) return chosen;
  return (
    <div className={styles.split}>
      {content.talk}
      <div className={styles.aside}>{chosen}</div>
    </div>
  );
}
