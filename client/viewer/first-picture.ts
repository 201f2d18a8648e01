import type { FirstPicture } from '../sdk/index.ts';

/** What the server wrote into the page; see server/http/first-picture.ts. */
export function readFirstPicture(): FirstPicture | null {
  const written = document.getElementById('first-picture')?.textContent;
  try {
    return written ? (JSON.parse(written) as FirstPicture) : null;
  } catch {
    // Cut short on its way: the connection brings it.
    return null;
  }
}
