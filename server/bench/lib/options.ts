import { parseArgs } from 'node:util';

/** `npm run bench -- SUITE… [--json] [--profile FOLDER] [--viewers N] [--seconds N] [--rate N]… [--rounds N] [--engine NAME]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
    viewers: { type: 'string' },
    seconds: { type: 'string' },
    rate: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '1' },
    store: { type: 'string', default: 'sqlite' },
    engine: { type: 'string' },
  },
});

export const suitesAsked = positionals;
export const isJson = values.json;
/** Where the measured server leaves its CPU profile. */
export const profileFolder = values.profile ?? null;
/** Whether a suite that runs on both engines is to run on this one. */
export const isAsked = (engine: 'embedded' | 'redis'): boolean =>
  values.engine === undefined || values.engine === engine;
/** The engine of suites that do not choose one themselves. */
export const storeAsked: 'sqlite' | 'redis' = values.store === 'redis' ? 'redis' : 'sqlite';
export const rounds = Number(values.rounds);
/** A suite's own size, unless another one is asked for. */
export const viewersOr = (usual: number): number => Number(values.viewers ?? usual);
export const rateOr = (usual: number): number => Number(values.rate?.[0] ?? usual);
export const secondsOr = (usual: number): number => Number(values.seconds ?? usual);
/** Messages per second. */
export const ratesOr = (usual: readonly number[]): readonly number[] => values.rate?.map(Number) ?? usual;
