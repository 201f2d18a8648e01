import { useLayoutEffect } from 'react';

/** A whole audience may have to come back for the new picture: not all in the same second. */
const SPREAD_MS = 4_000;
/** A reload that did not help is not tried again for this long. */
const PATIENCE_MS = 60_000;

/**
 * A page lets in the picture its event had when the page was loaded. When the organiser moves to another provider,
 * the browser refuses the new one, and a reload brings a page that lets it in.
 */
export function useAdmission(url: string): void {
  useLayoutEffect(() => {
    const { origin } = new URL(url, window.location.href);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onRefused = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
      if (!blockedURI.startsWith(origin) || Date.now() - reloadedAt() < PATIENCE_MS) return;
      timer ??= setTimeout(reload, Math.random() * SPREAD_MS);
    };
    document.addEventListener('securitypolicyviolation', onRefused);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('securitypolicyviolation', onRefused);
    };
  }, [url]);
}

/** Kept in the history entry, which outlives a reload even where storage is blocked. */
function reload(): void {
  window.history.replaceState({ reloadedAt: Date.now() }, '');
  window.location.reload();
}

function reloadedAt(): number {
  const state: unknown = window.history.state;
  const hasTime = typeof state === 'object' && state !== null && 'reloadedAt' in state;
  return hasTime ? Number(state.reloadedAt) : 0;
}
