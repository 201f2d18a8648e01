import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { panelId, tabId, Tabs } from '../../ui/parts/Tabs.tsx';
import { useDeskKey } from '../parts/desk-keys.ts';
import { Panel } from '../parts/Panel.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useRunsShow } from '../rights.ts';
import { CommentSettings } from './CommentSettings.tsx';
import styles from './CommentsPanel.module.css';
import { HiddenList } from './HiddenList.tsx';
import { LiveList } from './LiveList.tsx';
import { MutedList } from './MutedList.tsx';
import { Pinned } from './Pinned.tsx';
import { Queue } from './Queue.tsx';
import { WordsEditor } from './WordsEditor.tsx';

const VIEWS = { shown: LiveList, held: Queue, hidden: HiddenList, muted: MutedList, words: WordsEditor };
type View = keyof typeof VIEWS;

/** Everything about comments: what is being said, what waits, what was taken back, who is silenced, which words. */
export function CommentsPanel() {
  const { t } = useLingui();
  const [view, setView] = useDraft<View>('comments-view', 'shown');
  useDeskKey('1', () => setView('shown'));
  useDeskKey('2', () => setView('held'));
  useDeskKey('3', () => setView('hidden'));
  useDeskKey('4', () => setView('muted'));
  useDeskKey('5', () => setView('words'));
  const held = useEventState(({ desk }) => desk.held.length);
  const hidden = useEventState(({ desk }) => desk.hidden.length);
  const muted = useEventState(({ desk }) => desk.mutes.length);
  const runsShow = useRunsShow();
  const Shown = VIEWS[view];
  const some = (count: number, most: number): ReactNode =>
    count === 0 ? null : count >= most ? `${most}+` : count;
  return (
    <Panel title={<Trans>评论</Trans>} actions={runsShow && <CommentSettings />}>
      <Pinned />
      <div className={styles.tabs}>
        <Tabs
          label={t`评论的几种看法`}
          chosen={view}
          onChange={setView}
          tabs={[
            { name: 'shown', label: <Trans>已展示</Trans> },
            { name: 'held', label: <Trans>待审</Trans>, note: some(held, LIMITS.heldComments) },
            { name: 'hidden', label: <Trans>已隐藏</Trans>, note: some(hidden, LIMITS.snapshotComments) },
            { name: 'muted', label: <Trans>禁言</Trans>, note: some(muted, 999) },
            { name: 'words', label: <Trans>词表</Trans> },
          ]}
        />
      </div>
      <div id={panelId(view)} role="tabpanel" aria-labelledby={tabId(view)}>
        <Shown />
      </div>
    </Panel>
  );
}
