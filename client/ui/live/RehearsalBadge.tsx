import { Trans } from '@lingui/react/macro';
import { Badge } from '../parts/Badge.tsx';
import { useEventState } from './client-context.ts';

/** A rehearsal says so on every page, so that nobody takes its numbers for the evening's. */
export function RehearsalBadge() {
  const isRehearsal = useEventState(({ event }) => event.rehearsal === true);
  if (!isRehearsal) return null;
  return (
    <Badge tone="gold">
      <Trans>彩排</Trans>
    </Badge>
  );
}
