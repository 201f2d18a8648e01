import type { Bus, Store } from '../store.ts';

export type Node = { store: Store; bus: Bus };

/** One engine with data of its own, for one test: `await using deployment = await engine.open()`. */
export type Deployment = Node & {
  /** A further node on the same data; where there can be only one, that one. */
  join(): Promise<Node>;
  /** The store's clock, in Unix milliseconds. */
  now(): Promise<number>;
  /** Resolves when the store's clock has gone on by at least `ms`. */
  pass(ms: number): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

export type Engine = {
  /** Whether several nodes can share the data, and so have something to tell each other. */
  nodes: 'one' | 'many';
  open(options?: { visitGapMs?: number }): Promise<Deployment>;
};

/** For `expect.poll`: how long a slow machine may take; no test waits for it to pass. */
export const patience = { timeout: 10_000 };
