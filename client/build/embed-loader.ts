import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const entry = fileURLToPath(new URL('../embed/loader/main.ts', import.meta.url));

/** `/embed.js`, the script of other sites: one classic script under one name, beside the pages. */
export function embedLoader(): Plugin {
  return {
    name: 'embed-loader',
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: await bundle() });
    },
    configureServer({ middlewares }) {
      middlewares.use('/embed.js', (_request, response, next) => {
        const send = (code: string): void => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
          response.end(code);
        };
        bundle().then(send, next);
      });
    },
  };
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2020',
      lib: { entry, formats: ['iife'], name: 'xinliLive' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('the loader was not built');
  return output.output[0].code;
}
