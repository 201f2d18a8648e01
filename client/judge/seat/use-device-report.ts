import { useEffect, useState } from 'react';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { useOwnItems } from '../outbox/outbox-context.ts';

/** The desk takes a device that is silent for longer than this to be away. */
const EVERY_MS = 20_000;

type Battery = EventTarget & { level: number; charging: boolean };
type Known = { battery: number | null; isCharging: boolean };

/** Tells the desk, now and then, how this device is: battery where the browser tells, and what waits to be sent. */
export function useDeviceReport(): void {
  const client = useClient();
  const isLive = useClientState(({ status }) => status === 'live');
  const isJudge = useClientState(({ you }) => you?.judgeId !== undefined);
  const unsent = useOwnItems().length;
  const { battery, isCharging } = useBattery();
  useEffect(() => {
    if (!isLive || !isJudge) return undefined;
    const report = (): void => void client.execute('device:report', { battery, isCharging, unsent });
    report();
    const timer = setInterval(report, EVERY_MS);
    return () => clearInterval(timer);
  }, [battery, client, isCharging, isJudge, isLive, unsent]);
}

/** Chromium tells on secure origins; elsewhere nothing is known. */
function useBattery(): Known {
  const [known, setKnown] = useState<Known>({ battery: null, isCharging: false });
  useEffect(() => {
    const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
    let source: Battery | null = null;
    const read = (): void => {
      if (source !== null) setKnown({ battery: Math.round(source.level * 100), isCharging: source.charging });
    };
    const begin = async (): Promise<void> => {
      source = (await getBattery?.call(navigator)) ?? null;
      for (const change of ['levelchange', 'chargingchange']) source?.addEventListener(change, read);
      read();
    };
    begin().catch(() => {
      // Not allowed to know: nothing is known.
    });
    return () => {
      for (const change of ['levelchange', 'chargingchange']) source?.removeEventListener(change, read);
    };
  }, []);
  return known;
}
