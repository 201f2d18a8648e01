import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { ContestantId } from '#shared/model/ids.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { Act } from '../parts/Act.tsx';
import styles from '../parts/form.module.css';
import { useRun } from '../parts/use-run.ts';
import { ReasonSheet } from './ReasonSheet.tsx';

type Props = { round: Round; entryId: ContestantId; name: string; onClose: () => void };

/** What a head judge may do about an entry: call it, or put it out of the ranking (SC-16). */
export function EntrySheet({ round, entryId, name, onClose }: Props) {
  const run = useRun();
  const [isLeaving, setIsLeaving] = useState(false);
  const isCalled = useEventState(
    ({ contest }) => contest?.current?.roundId === round.id && contest.current.entryId === entryId,
  );
  const out = round.disqualified.find((one) => one.entryId === entryId);
  const byEntry = { roundId: round.id, entryId };
  if (isLeaving) {
    return (
      <ReasonSheet
        title={<Trans>取消 {name} 的名次</Trans>}
        note={<Trans>评分保留，但不排名次；成绩里写明原因。可以恢复。</Trans>}
        action={<Trans>取消名次</Trans>}
        onConfirm={(reason) => run('entry:disqualify', { ...byEntry, reason })}
        onClose={onClose}
      />
    );
  }
  return (
    <Sheet title={name} onClose={onClose}>
      <div className={styles.form}>
        {out && (
          <p>
            <Trans>已取消名次：{out.reason}</Trans>
          </p>
        )}
        <div className={styles.actions}>
          {!isCalled && (
            <Act tone="ember" onPress={() => run('entry:call', byEntry).then((done) => done && onClose())}>
              <Trans>请上台</Trans>
            </Act>
          )}
          {isCalled && (
            <Act
              onPress={() =>
                run('entry:call', { roundId: round.id, entryId: null }).then((done) => done && onClose())
              }
            >
              <Trans>请下台</Trans>
            </Act>
          )}
          {round.status === 'open' &&
            (out ? (
              <Act onPress={() => run('entry:reinstate', byEntry).then((done) => done && onClose())}>
                <Trans>恢复名次</Trans>
              </Act>
            ) : (
              <Button tone="danger" onClick={() => setIsLeaving(true)}>
                <Trans>取消名次…</Trans>
              </Button>
            ))}
        </div>
      </div>
    </Sheet>
  );
}
