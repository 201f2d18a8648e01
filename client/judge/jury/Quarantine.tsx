import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { Output } from '#shared/protocol/commands.ts';
import { useClient } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { useRun } from '../parts/use-run.ts';
import styles from './Bench.module.css';
import { ReasonSheet } from './ReasonSheet.tsx';

type Review = Output<'vote:review'>;

/** SC-11: suspect ballots, what they would change, and the ruling on them by a second person. */
export function Quarantine({ round, nameOf }: { round: Round; nameOf: (id: string) => string }) {
  const run = useRun();
  const review = useReview(round);
  const [ruling, setRuling] = useState<'count' | 'reject' | null>(null);
  if (round.voting === null || review === null) return null;
  const { clean, suspect, unknown } = review.ballots;
  if (suspect + unknown === 0 && round.ruling === null) return null;
  const touched = (review.sets ?? []).filter((set) => Object.values(set.suspect).some((count) => count > 0));
  const settle = (reason: string): Promise<unknown> =>
    run('vote:settle', { roundId: round.id, suspect: ruling ?? 'reject', unknown: 'count', reason });
  return (
    <section className={styles.quarantine}>
      <p role="status">
        <Trans>
          观众选票：正常 {clean}，存疑 {suspect}，无法判断 {unknown}。存疑票先隔离，不计入。
        </Trans>
      </p>
      {touched.map(({ group, suspect: votes }) => (
        <p key={group ?? ''} className={styles.small}>
          {group}{' '}
          {Object.entries(votes)
            .filter(([, count]) => count > 0)
            .map(([id, count]) => `${nameOf(id)} ${count}`)
            .join(' · ')}
        </p>
      ))}
      {round.ruling && (
        <p dir="auto">
          {round.ruling.suspect === 'reject' ? (
            <Trans>已裁定：存疑票不计。理由：{round.ruling.reason}</Trans>
          ) : (
            <Trans>已裁定：存疑票计入。理由：{round.ruling.reason}</Trans>
          )}
        </p>
      )}
      {round.status === 'open' && suspect > 0 && (
        <div className={styles.actions}>
          {round.voting.isOpen ? (
            <Trans>投票结束后才能裁定。</Trans>
          ) : (
            <>
              <Button onClick={() => setRuling('reject')}>
                <Trans>存疑票不计…</Trans>
              </Button>
              <Button onClick={() => setRuling('count')}>
                <Trans>存疑票计入…</Trans>
              </Button>
            </>
          )}
        </div>
      )}
      {ruling && (
        <ReasonSheet
          title={ruling === 'reject' ? <Trans>存疑票不计</Trans> : <Trans>存疑票计入</Trans>}
          note={
            <Plural value={suspect} other="对 # 张存疑票的裁定和理由会写进成绩单，公布后所有人都能看到。" />
          }
          action={<Trans>裁定</Trans>}
          onConfirm={settle}
          onClose={() => setRuling(null)}
        />
      )}
    </section>
  );
}

/** Read again with every change to the round. */
function useReview(round: Round): Review | null {
  const client = useClient();
  const [review, setReview] = useState<Review | null>(null);
  useEffect(() => {
    if (round.voting === null) return undefined;
    let isWanted = true;
    const read = async (): Promise<void> => {
      const ack = await client.execute('vote:review', { roundId: round.id });
      if (isWanted && ack.ok) setReview(ack.data);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [client, round]);
  return review;
}
