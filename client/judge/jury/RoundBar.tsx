import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { roundStatusWords } from '../parts/round-words.ts';
import { useRun } from '../parts/use-run.ts';
import styles from './Bench.module.css';
import { ReasonSheet } from './ReasonSheet.tsx';

type Doing = 'seal' | 'reopen' | 'publish';
type Props = { round: Round; missing: number; toCheck: number };

/** How far the round is, and for a head judge how it goes on. */
export function RoundBar({ round, missing, toCheck }: Props) {
  const { t } = useLingui();
  const run = useRun();
  const isHead = useClientState(({ you }) => you?.role === 'headJudge');
  const [doing, setDoing] = useState<Doing | null>(null);
  const does: Record<Doing, (reason: string) => Promise<unknown>> = {
    seal: () => run('round:seal', { roundId: round.id }),
    reopen: (reason) => run('round:reopen', { roundId: round.id, reason }),
    publish: () => run('round:publish', { roundId: round.id }),
  };
  return (
    <div className={styles.bar}>
      <div className={styles.counts}>
        <Badge tone={round.status === 'open' ? 'live' : 'quiet'}>{t(roundStatusWords[round.status])}</Badge>
        <span className={styles.count} role="status">
          {missing === 0 ? (
            <Trans>评分已齐</Trans>
          ) : (
            <>
              <strong>{missing}</strong> <Plural value={missing} other="张还没有签名" />
            </>
          )}
        </span>
        {toCheck > 0 && (
          <span className={styles.count}>
            <strong>{toCheck}</strong> <Plural value={toCheck} other="张等待确认" />
          </span>
        )}
        {round.ruleHash && (
          <span className={styles.hash} title={round.ruleHash}>
            <Trans>规则 {round.ruleHash.slice(0, 12)}</Trans>
          </span>
        )}
      </div>
      {isHead && (
        <div className={styles.actions}>
          {round.status === 'open' && (
            <Button tone={missing + toCheck === 0 ? 'ember' : 'plain'} onClick={() => setDoing('seal')}>
              <Trans>封分…</Trans>
            </Button>
          )}
          {round.status === 'sealed' && (
            <>
              <Button onClick={() => setDoing('reopen')}>
                <Trans>解封…</Trans>
              </Button>
              <Button tone="ember" onClick={() => setDoing('publish')}>
                <Trans>公布成绩…</Trans>
              </Button>
            </>
          )}
        </div>
      )}
      {doing && (
        <ReasonSheet
          {...texts[doing]}
          hasReason={doing === 'reopen'}
          onConfirm={does[doing]}
          onClose={() => setDoing(null)}
        />
      )}
    </div>
  );
}

const texts: Record<Doing, { title: ReactNode; note: ReactNode; action: ReactNode }> = {
  seal: {
    title: <Trans>封分</Trans>,
    note: (
      <Trans>封分后评分不能再改，观众票计入成绩。还有缺的评分、待确认的更正或开着的投票时，封不了。</Trans>
    ),
    action: <Trans>确认封分</Trans>,
  },
  reopen: {
    title: <Trans>解封</Trans>,
    note: <Trans>解封后可以继续打分。名次已经展示过就不能再解封。</Trans>,
    action: <Trans>确认解封</Trans>,
  },
  publish: {
    title: <Trans>公布成绩</Trans>,
    note: <Trans>成绩会对所有人公开，不能收回；从此可以出具成绩单。</Trans>,
    action: <Trans>确认公布</Trans>,
  },
};
