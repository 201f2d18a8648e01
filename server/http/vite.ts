import type { Server } from 'node:http';
import type { ViteDevServer } from 'vite';

/** The client from its sources with hot reload, on the server's own port. */
export async function openVite(http: Server): Promise<ViteDevServer> {
  const { createServer } = await import('vite');
  return createServer({
    appType: 'custom',
    // Node reads the configuration itself: bundled, it would be written to a file for a moment, which `node --watch`
    // takes for a change, and so starts again for ever.
    configLoader: 'native',
    server: { middlewareMode: true, hmr: { server: http, path: '/@hmr' } },
  });
}
