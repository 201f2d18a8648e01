import { useLingui } from '@lingui/react/macro';
import { useToast } from './Toasts.tsx';

/** Copies a text and says so. Without a secure origin there is no clipboard; what can be done by hand then is in `otherwise`. */
export function useCopy(otherwise?: string): (text: string) => Promise<void> {
  const { t } = useLingui();
  const say = useToast();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say(t`已复制`);
    } catch {
      say(otherwise ?? t`浏览器不让复制，请长按或选中链接`, 'alert');
    }
  };
}
