import type { Request } from 'express';
import type { EventInfo } from '#shared/model/event.ts';
import type { PictureSize } from '../lib/picture-size.ts';

/** What stands for an event that has no picture of its own; drawn by client/e2e/share-picture.ts. */
const DEFAULT_PICTURE = { path: '/share.jpg', width: 1200, height: 630 };
const HOST = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:]+\](?::\d{1,5})?$/i;

/** The address people reach this server by: the configured one, or the one they just used. */
export const openBase =
  (publicUrl: string | null) =>
  ({ protocol, headers: { host } }: Pick<Request, 'protocol' | 'headers'>): string =>
    publicUrl ?? `${protocol}://${host !== undefined && HOST.test(host) ? host : 'localhost'}`;

/** Without a size where the picture’s header tells none. */
export type Picture = { url: string } & Partial<PictureSize>;
export type FindPicture = (event: EventInfo, base: string) => Promise<Picture>;

export const createFindPicture =
  (sizeOf: (photo: string) => Promise<PictureSize | null>): FindPicture =>
  async ({ picture }, base) =>
    picture === null
      ? { ...DEFAULT_PICTURE, url: `${base}${DEFAULT_PICTURE.path}` }
      : { ...(await sizeOf(picture)), url: `${base}/api/v1/photos/${picture}` };

/** A draft is nobody's business yet, and a rehearsal never. */
export const mayShare = ({ status, rehearsal }: EventInfo): boolean => status !== 'draft' && !rehearsal;

/** What a chat or another site shows of a link to the event: Open Graph, and where its oEmbed answer is. */
export function headOf(event: EventInfo, base: string, picture: Picture): string {
  const url = `${base}/e/${event.slug}`;
  const { url: image, width, height } = picture;
  const oembed = `${base}/oembed?format=json&url=${encodeURIComponent(url)}`;
  const properties: Record<string, string | number | undefined> = {
    'og:type': 'website',
    'og:site_name': '新力现场 Xinli Live',
    'og:title': event.title,
    'og:description': event.summary || undefined,
    'og:url': url,
    'og:image': image,
    'og:image:width': width,
    'og:image:height': height,
  };
  return [
    `<title>${escape(event.title)}</title>`,
    ...(event.summary === '' ? [] : [`<meta name="description" content="${escape(event.summary)}" />`]),
    ...Object.entries(properties)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `<meta property="${name}" content="${escape(String(value))}" />`),
    '<meta name="twitter:card" content="summary_large_image" />',
    `<meta itemprop="image" content="${escape(image)}" />`,
    `<link rel="canonical" href="${escape(url)}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${escape(oembed)}" title="${escape(event.title)}" />`,
  ].join('\n    ');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
