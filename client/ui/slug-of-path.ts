/** The event a page belongs to: the second part of its own address, as in `/e/:slug`. */
export function slugOfPath(pathname: string): string {
  const part = pathname.split('/')[2] ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    // Half an escape, as mail programs leave behind: the server will not know it, and says so.
    return part;
  }
}
