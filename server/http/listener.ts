import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** Node's own HTTP server with time-outs and limits that a slow or endless client runs into. */
export function createHardenedServer(web: Express): Server {
  const http = createServer({ connectionsCheckingInterval: 2_000 }, web);
  http.headersTimeout = 10_000;
  http.requestTimeout = 15_000;
  http.keepAliveTimeout = 5_000;
  http.maxHeadersCount = 64;
  http.maxRequestsPerSocket = 1_000;
  return http;
}

/** Resolves with the port it got. `reusePort`: other workers of this machine listen on it as well. */
export const listen = (
  http: Server,
  at: { port: number; host: string; reusePort: boolean },
): Promise<number> =>
  new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ ...at, backlog: 4096 }, () => resolve((http.address() as AddressInfo).port));
  });

/** Where a socket's request comes from, past as many proxies as are trusted: the same rule Express goes by. */
export function addressOf(web: Express, request: IncomingMessage): string {
  const trusts = web.get('trust proxy fn') as (address: string, hop: number) => boolean;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  const hops = [request.socket.remoteAddress ?? '', ...forwarded.toReversed()];
  const client = hops.findIndex((address, hop) => !trusts(address, hop));
  return hops.at(client) ?? '';
}
