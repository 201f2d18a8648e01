import { describe } from 'vitest';
import { storeContract } from '../contract/contract.ts';
import type { Deployment } from '../contract/engine.ts';
import { openSqliteStore } from './open.ts';

const halfAnHour = 30 * 60_000;

async function open({ visitGapMs = halfAnHour } = {}): Promise<Deployment> {
  let now = 1_000_000;
  const node = openSqliteStore({ file: ':memory:', clock: { now: () => now }, visitGapMs });
  return {
    ...node,
    join: async () => node,
    now: async () => now,
    pass: async (ms) => void (now += ms),
    [Symbol.asyncDispose]: () => node.store.close(),
  };
}

describe('sqlite', () => storeContract({ nodes: 'one', open }));
