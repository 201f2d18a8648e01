import { mountPage } from '../ui/mount-page.tsx';
import { originOf, RefusalPage } from './RefusalPage.tsx';

const query = new URLSearchParams(window.location.search);
const given = query.get('origin') ?? document.referrer;

void mountPage(<RefusalPage given={given} />, ['desk', 'messages'], query.get('theme') ?? 'auto');
const origin = originOf(given);
if (window.parent !== window && origin !== null) {
  const error = { v: 1, type: 'error', code: 'ORIGIN', message: `${origin} is not on the event's list` };
  window.parent.postMessage({ xinli: error }, origin);
}
