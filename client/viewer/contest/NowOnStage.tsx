import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Contest } from '#shared/model/contest.ts';
import { audienceOf } from '../../ui/contest/standings.ts';
import type { ContestView } from '../../ui/contest/contest-view.ts';
import { Badge, LiveDot } from '../../ui/parts/Badge.tsx';
import { AudienceBars } from './AudienceBars.tsx';
import styles from './NowOnStage.module.css';
import { PersonLine } from './PersonLine.tsx';
import { PodiumList } from './PodiumList.tsx';
import { ScoreSheet } from './ScoreSheet.tsx';

/** What the hall sees at this moment, in the hand. */
export function NowOnStage({ contest, view }: { contest: Contest; view: ContestView }): ReactNode {
  const { t } = useLingui();
  switch (view.view) {
    case 'card':
      return (
        <section className={styles.card} aria-label={t`台上选手`}>
          <Badge tone="live">
            <LiveDot />
            {view.isCounting ? <Trans>统分中</Trans> : <Trans>正在台上</Trans>}
          </Badge>
          <PersonLine person={view.person} isLarge />
          {view.person.introduction && (
            <p className={styles.introduction} dir="auto">
              {view.person.introduction}
            </p>
          )}
        </section>
      );
    case 'scores':
      return <ScoreSheet reveal={view.reveal} />;
    case 'counting':
      return (
        <section className={styles.card}>
          <Badge tone="gold">
            <Trans>统分中</Trans>
          </Badge>
          <p className={styles.introduction}>
            {view.isSealed ? (
              <Trans>评分已封存，成绩即将揭晓。</Trans>
            ) : (
              <Trans>评委打分全部到齐后，主持人揭晓成绩。</Trans>
            )}
          </p>
        </section>
      );
    case 'podium':
      return <PodiumList podium={view.podium} />;
    case 'standings':
      return view.standings.kind === 'audience' ? (
        <AudienceBars standings={audienceOf(contest, view.round)} />
      ) : null;
    default:
      return null;
  }
}
