import { LIMITS } from '#shared/limits.ts';
import { isEmbedOrigin } from '#shared/rules/embed-origin.ts';

export type Sites = { origins: string[]; wrong: string[] };

/** One site a line, as people paste them: a page's whole address stands for its site. */
export function readSites(text: string): Sites {
  const origins = new Set<string>();
  const wrong: string[] = [];
  for (const line of text.split(/[\s,，]+/)) {
    if (line === '') continue;
    const origin = toOrigin(line);
    if (origin === null) wrong.push(line);
    else origins.add(origin);
  }
  return { origins: [...origins].slice(0, LIMITS.embedOrigins), wrong };
}

function toOrigin(line: string): string | null {
  const address = /^[a-z]+:\/\//i.test(line) ? line : `https://${line}`;
  const starred = address.replace('://*.', '://star.');
  if (!URL.canParse(starred)) return null;
  const { origin } = new URL(starred);
  const read = starred === address ? origin : origin.replace('://star.', '://*.');
  return isEmbedOrigin(read) ? read : null;
}
