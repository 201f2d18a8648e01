import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { BallotClasses } from '#shared/model/vote-count.ts';
import { useFormat } from '../../../ui/i18n/format.ts';
import { useClient, useClientState } from '../../../ui/live/client-context.ts';
import common from '../parts/common.module.css';

const READ_MS = 5_000;

/** SC-11: how many ballots stand in quarantine, and that somebody has to rule on them; how they voted is not here. */
export function QuarantineNote({ round }: { round: Round }) {
  const format = useFormat();
  const ballots = useBallots(round);
  if (ballots === null) return null;
  const { clean, suspect, unknown } = ballots;
  const waits = suspect > 0 && round.ruling === null;
  return (
    <div role={waits ? 'alert' : 'status'}>
      <p className={waits ? common.problem : common.note}>
        <Trans>
          选票 {format.count(clean + suspect + unknown)}：正常 {format.count(clean)}，存疑{' '}
          {format.count(suspect)}
          ，无法判断 {format.count(unknown)}
        </Trans>
      </p>
      {waits && (
        <p className={common.note}>
          <Trans>存疑票先隔离，不计入。结束投票后由监督员或评委主席裁定，才能封存。</Trans>
        </p>
      )}
      {round.ruling && (
        <p className={common.note} dir="auto">
          {round.ruling.suspect === 'reject' ? (
            <Trans>已裁定：存疑票不计。理由：{round.ruling.reason}</Trans>
          ) : (
            <Trans>已裁定：存疑票计入。理由：{round.ruling.reason}</Trans>
          )}
        </p>
      )}
    </div>
  );
}

/** Read while there is a vote; after the seal it does not change any more. */
function useBallots({ id, voting }: Round): BallotClasses | null {
  const client = useClient();
  const isLive = useClientState((state) => state.status === 'live');
  const [ballots, setBallots] = useState<BallotClasses | null>(null);
  const hasVote = voting !== null;
  const isOpen = voting?.isOpen ?? false;
  useEffect(() => {
    if (!hasVote || !isLive) return undefined;
    let isWanted = true;
    const read = async (): Promise<void> => {
      const ack = await client.execute('vote:review', { roundId: id });
      if (isWanted && ack.ok) setBallots(ack.data.ballots);
    };
    void read();
    const timer = isOpen ? setInterval(() => void read(), READ_MS) : undefined;
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [client, hasVote, id, isLive, isOpen]);
  return ballots;
}
