import { z } from 'zod';
import type { EventInfo } from '#shared/model/event.ts';
import { fail } from '../lib/app-error.ts';
import { escape, type Picture } from './share.ts';

/** The widget beside a text; a site may ask for less. */
const SIZE = { width: 480, height: 640 };

const pixels = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1))
  .optional();
const Query = z.object({
  url: z.string().max(2_000),
  format: z.string().optional(),
  maxwidth: pixels,
  maxheight: pixels,
});

type Asked = { slug: string; answer(event: EventInfo, picture: Picture): object };

/** What somebody asks of oEmbed (https://oembed.com): the event behind the address of its page, as rich content. */
export function readOembed(query: unknown, base: string): Asked {
  const asked = Query.safeParse(query).data ?? fail('INVALID', '?url=…&maxwidth=…&maxheight=…&format=json');
  if (asked.format !== undefined && asked.format !== 'json') fail('UNSUPPORTED', 'format: json alone');
  const slug = slugIn(asked.url, base) ?? fail('NOT_FOUND', `url: a page such as ${base}/e/…`);
  const width = Math.min(SIZE.width, asked.maxwidth ?? SIZE.width);
  const height = Math.min(SIZE.height, asked.maxheight ?? SIZE.height);
  return {
    slug,
    answer(event, picture) {
      const source = `${base}/embed/${event.slug}?layout=side`;
      return {
        version: '1.0',
        type: 'rich',
        title: event.title,
        provider_name: '新力现场 Xinli Live',
        provider_url: `${base}/`,
        cache_age: 300,
        ...(picture.width !== undefined && {
          thumbnail_url: picture.url,
          thumbnail_width: picture.width,
          thumbnail_height: picture.height,
        }),
        html: `<iframe src="${source}" width="${width}" height="${height}" title="${escape(event.title)}" allow="fullscreen; clipboard-write; autoplay" frameborder="0"></iframe>`,
        width,
        height,
      };
    },
  };
}

function slugIn(url: string, base: string): string | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return origin === base ? (/^\/(?:e|embed)\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null) : null;
}
