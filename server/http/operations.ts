import { createHash, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { fail } from '../lib/app-error.ts';
import type { Metrics } from '../lib/metrics.ts';
import type { Networks } from '../lib/networks.ts';
import type { Store } from '../store/store.ts';
import { tokenOf } from './token-of.ts';

type Parts = {
  store: Store;
  metrics: Pick<Metrics, 'text' | 'contentType'>;
  metricsToken: string | null;
  loopback: Networks;
  isStopping: () => boolean;
};

/** What an operator's machines ask: is the process there, can it work, and its figures. */
export function createOperations({ store, metrics, metricsToken, loopback, isStopping }: Parts): Router {
  const operations = Router();

  operations.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });

  /** 503 while stopping, so that a balancer looks elsewhere; a store that is away is said, but does not empty the balancer. */
  operations.get('/readyz', async (_request, response) => {
    const store_ = await store.check().then(
      () => 'ok' as const,
      () => 'unavailable' as const,
    );
    const isReady = !isStopping();
    response
      .status(isReady ? 200 : 503)
      .json({ ok: isReady, stopping: isStopping(), store: store_, degraded: store_ !== 'ok' });
  });

  operations.get('/metrics', async (request, response) => {
    const given = tokenOf(request) ?? '';
    const isKnown = metricsToken !== null && timingSafeEqual(digest(given), digest(metricsToken));
    if (!isKnown && !loopback.has(request.ip ?? '')) fail('FORBIDDEN', 'metrics need their token from here');
    response.type(metrics.contentType).send(await metrics.text());
  });

  return operations;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
