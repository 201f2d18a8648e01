import { useEffect } from 'react';
import { storage } from '../../sdk/index.ts';

/** A whole audience may have to come back for the new picture: not all in the same second. */
const SPREAD_MS = 4_000;

/**
 * A page lets in the picture its event had when the page was loaded. When the organiser moves to another provider,
 * the browser refuses the new one, and one reload per address brings a page that lets it in.
 */
export function useAdmission(url: string): void {
  useEffect(() => {
    const origin = new URL(url, window.location.href).origin;
    const key = `xinli:admitted:${url}`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onRefused = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
      if (!blockedURI.startsWith(origin) || storage.read(key) === window.location.pathname) return;
      storage.write(key, window.location.pathname);
      timer ??= setTimeout(() => window.location.reload(), Math.random() * SPREAD_MS);
    };
    document.addEventListener('securitypolicyviolation', onRefused);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('securitypolicyviolation', onRefused);
    };
  }, [url]);
}
