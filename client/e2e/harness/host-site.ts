import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A page of another site, and what its server says about it. */
export type HostPage = { html: string; headers?: Record<string, string> };

export type HostSite = {
  /** Another port of this machine, and so another origin. */
  url: string;
  /** Puts a page at a path; returns its address. */
  put(path: string, page: HostPage): string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A site that embeds the product, on a server of its own. */
export async function startHostSite(): Promise<HostSite> {
  const pages = new Map<string, HostPage>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url?.split('?')[0] ?? '/');
    response.writeHead(page ? 200 : 204, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    put(path, page) {
      pages.set(path, page);
      return `${url}${path}`;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
