import type { EventSlug } from '#shared/model/ids.ts';
import type { Store } from '../store/store.ts';
import { everyComment } from './exports.ts';

/** Scrolling, the usual size, white: what players take for a plain comment. */
const SCROLLS = 1;
const SIZE = 25;
const WHITE = 16_777_215;

/**
 * The comments that were shown, as the XML that players read beside a recording: `p` is seconds into it, mode, size,
 * colour, Unix seconds, pool, author, id. `from` is when the recording begins, null with the first comment; what was said before it is left out.
 */
export async function* danmakuXml(
  store: Store,
  slug: EventSlug,
  from: number | null,
): AsyncGenerator<string> {
  let start = from;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<i>\n<chatid>${slug}</chatid>\n<source>xinli-live</source>\n`;
  for await (const { position, comment, status } of everyComment(store, slug)) {
    if (status !== 'shown') continue;
    start ??= comment.at;
    if (comment.at < start) continue;
    const seconds = ((comment.at - start) / 1_000).toFixed(3);
    const said = Math.floor(comment.at / 1_000);
    const place = [seconds, SCROLLS, SIZE, WHITE, said, 0, comment.author.id, position].join(',');
    yield `<d p="${place}">${escaped(comment.text)}</d>\n`;
  }
  yield '</i>\n';
}

/** What XML cannot hold at all goes; the rest is written so that it is text and nothing else. */
const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
