import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { shortHash } from '../../ui/contest/short-hash.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { panelId, tabId, Tabs } from '../../ui/parts/Tabs.tsx';
import styles from './ContestDesk.module.css';
import { DeskPart } from './desk/DeskPart.tsx';
import type { Part } from './parts.ts';
import common from './parts/common.module.css';
import { PlanPart } from './plan/PlanPart.tsx';
import { RehearsalPart } from './plan/RehearsalPart.tsx';
import { RulesPart } from './plan/RulesPart.tsx';
import { ResultPart } from './result/ResultPart.tsx';
import { RevealPart } from './reveal/RevealPart.tsx';
import { roundStatusTone, roundStatusWords } from './words.ts';

export type RoundProps = { contest: Contest; round: Round; slug: string };
type Props = RoundProps & { onChoose: (part: Part) => void };
type View = 'plan' | 'rules' | 'trial' | 'desk' | 'reveal' | 'result';

const VIEWS: Record<Round['status'], readonly View[]> = {
  draft: ['plan', 'rules', 'trial'],
  open: ['desk', 'reveal', 'rules'],
  sealed: ['reveal', 'desk', 'rules'],
  published: ['result', 'reveal', 'rules'],
};

/** One round, with what its state lets one do. */
export function RoundPart({ contest, round, slug, onChoose }: Props) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<View | null>(null);
  const views = VIEWS[round.status];
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'rules');
  const labels: Record<View, ReactNode> = {
    plan: <Trans>准备</Trans>,
    rules: <Trans>规则</Trans>,
    trial: <Trans>试算与开始</Trans>,
    desk: <Trans>评分台</Trans>,
    reveal: <Trans>揭晓</Trans>,
    result: <Trans>成绩</Trans>,
  };
  return (
    <section className={styles.page} aria-label={round.title}>
      <header className={styles.head}>
        <div className={common.row}>
          <h2 className={styles.roundTitle} dir="auto">
            {round.title}
          </h2>
          <Badge tone={roundStatusTone[round.status]}>
            {round.status === 'open' && <LiveDot />}
            {t(roundStatusWords[round.status])}
          </Badge>
          {round.ruleHash !== null && (
            <span className={common.hash} title={round.ruleHash}>
              <Trans>规则指纹 {shortHash(round.ruleHash)}</Trans>
            </span>
          )}
        </div>
        <Tabs
          label={t`这一轮的各部分`}
          chosen={view}
          onChange={setChosen}
          tabs={views.map((name) => ({ name, label: labels[name] }))}
        />
      </header>
      <div id={panelId(view)} role="tabpanel" aria-labelledby={tabId(view)} className={styles.scroll}>
        {view === 'plan' && (
          <PlanPart contest={contest} round={round} onRemoved={() => onChoose('contestants')} />
        )}
        {view === 'rules' && <RulesPart contest={contest} round={round} />}
        {view === 'trial' && <RehearsalPart contest={contest} round={round} />}
        {view === 'desk' && <DeskPart contest={contest} round={round} />}
        {view === 'reveal' && <RevealPart contest={contest} round={round} />}
        {view === 'result' && <ResultPart contest={contest} round={round} slug={slug} />}
      </div>
    </section>
  );
}
