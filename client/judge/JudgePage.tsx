import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import type { Role } from '#shared/model/actor.ts';
import { useWakeLock } from '../ui/live/use-wake-lock.ts';
import { useClientState, useEventState } from '../ui/live/client-context.ts';
import { EmptyState } from '../ui/parts/States.tsx';
import { ClockPage } from './clock/ClockPage.tsx';
import { BenchPage } from './jury/BenchPage.tsx';
import { Frame } from './parts/Frame.tsx';
import { useDeviceReport } from './seat/use-device-report.ts';
import { Gate, WrongRole } from './seat/Gate.tsx';
import { TabletPage } from './tablet/TabletPage.tsx';

/** One page for all who sit at the judges' table; what it shows follows the role. A lost line leaves it as it is. */
export function JudgePage() {
  const status = useClientState((state) => state.status);
  const isKnown = useClientState((state) => state.event !== null);
  const role = useClientState((state) => state.you?.role ?? null);
  const title = useEventState(({ contest, event }) => contest?.title ?? event.title);
  const hasContest = useEventState(({ contest }) => contest !== null);
  useWakeLock();
  useDeviceReport();
  useEffect(() => {
    if (title) document.title = `${title} · 评委`;
  }, [title]);
  if (!isKnown || role === null || status === 'closed' || status === 'refused') return <Gate />;
  if (!isAtTable(role)) return <WrongRole />;
  return hasContest ? <Table role={role} /> : <NoContest />;
}

const isAtTable = (role: Role): role is TableRole => role in tables;

const tables = {
  judge: TabletPage,
  headJudge: HeadPage,
  scrutineer: BenchPage,
  timekeeper: ClockPage,
} as const;
type TableRole = keyof typeof tables;

function Table({ role }: { role: TableRole }) {
  const Page = tables[role];
  return <Page />;
}

/** A head judge who scores has the tablet too, with the bench one press away. */
function HeadPage() {
  const isJudge = useClientState(({ you }) => you?.judgeId !== undefined);
  return isJudge ? <TabletPage bench={<BenchPage isInside />} /> : <BenchPage />;
}

const NoContest = () => (
  <Frame>
    <EmptyState title={<Trans>这场活动还没有评比</Trans>}>
      <Trans>主办方设好评比后，这里会自动出现选手名单。</Trans>
    </EmptyState>
  </Frame>
);
