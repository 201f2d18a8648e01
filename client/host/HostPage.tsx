import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useClientState, useEventState } from '../ui/live/client-context.ts';
import { Console } from './Console.tsx';
import { Door, WrongRole } from './key/Door.tsx';
import { isDesk } from './rights.ts';

/** Once inside, a lost line leaves the desk as it is and says so; only a refusal closes it. */
export function HostPage({ slug }: { slug: string }) {
  const { t } = useLingui();
  const status = useClientState((state) => state.status);
  const isKnown = useClientState((state) => state.event !== null);
  const role = useClientState((state) => state.you?.role ?? null);
  const title = useEventState(({ event }) => event.title);
  useEffect(() => {
    if (title) document.title = t`${title} · 导播台`;
  }, [t, title]);
  if (role !== null && !isDesk(role)) return <WrongRole slug={slug} />;
  if (!isKnown || role === null || status === 'closed' || status === 'refused') return <Door slug={slug} />;
  return <Console slug={slug} />;
}
