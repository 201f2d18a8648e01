const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const NAME = `${LABEL}(?:\\.${LABEL})*`;
const PORT = '(?::\\d{1,5})?';
const BYTE = '\\.\\d{1,3}';

/** https anywhere; a star stands for one name or more before at least two others. */
const SECURE = new RegExp(`^https://(?:\\*\\.(?=[^.]+\\.))?${NAME}${PORT}$`);
/** Where no certificate can be had: this machine and networks that nobody reaches from outside. */
const LOCAL = new RegExp(
  `^http://(?:localhost|127(?:${BYTE}){3}|10(?:${BYTE}){3}|192\\.168(?:${BYTE}){2}` +
    `|172\\.(?:1[6-9]|2\\d|3[01])(?:${BYTE}){2}|${NAME}\\.(?:localhost|local|lan|internal|test))${PORT}$`,
);

/** This machine, on any port: a page that is being tried out. */
export const LOOPBACK_ORIGINS = [
  'http://localhost:*',
  'http://127.0.0.1:*',
  'https://localhost:*',
  'https://127.0.0.1:*',
] as const;
const LOOPBACK = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

/** Whether a site can be listed under this name: an origin as browsers write it, or a star and a name. */
export const isEmbedOrigin = (text: string): boolean => SECURE.test(text) || LOCAL.test(text);

/** Whether a page of this origin may embed an event that lists those: the same as `frame-ancestors` says to browsers. */
export function mayEmbed(origin: string, listed: readonly string[]): boolean {
  if (LOOPBACK.test(origin) || listed.includes(origin)) return true;
  return listed.some((one) => {
    const [scheme, name] = one.split('*');
    return name !== undefined && origin.startsWith(scheme ?? '') && origin.endsWith(name);
  });
}
