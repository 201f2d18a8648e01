import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import styles from './Toasts.module.css';

export type ToastTone = 'plain' | 'alert';
type Toast = { key: number; text: string; tone: ToastTone };
type Say = (text: string, tone?: ToastTone) => void;

const SHOWN_MS = 4_000;
const MAX_TOASTS = 3;

const ToastContext = createContext<Say>(() => {});

/** Says something in passing: seen for four seconds, spoken politely. */
export const useToast = (): Say => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const say = useCallback<Say>((text, tone = 'plain') => {
    const key = next.current++;
    setToasts((shown) =>
      [...shown.filter((toast) => toast.text !== text), { key, text, tone }].slice(-MAX_TOASTS),
    );
    setTimeout(() => setToasts((shown) => shown.filter((toast) => toast.key !== key)), SHOWN_MS);
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      <div role="status" className={styles.toasts}>
        {toasts.map((toast) => (
          <p key={toast.key} className={cx(styles.toast, toast.tone === 'alert' && styles.alert)}>
            {toast.text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
