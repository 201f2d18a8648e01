import { describe } from 'vitest';
import { ballotsContract } from './ballots.ts';
import { busContract } from './bus.ts';
import { clearContract } from './clear.ts';
import { commentsContract } from './comments.ts';
import type { Engine } from './engine.ts';
import { factsContract } from './facts.ts';
import { viewersContract } from './viewers.ts';

/** What every engine must keep. Call it inside the engine's own `describe`. */
export function storeContract(engine: Engine): void {
  describe('facts', () => factsContract(engine));
  describe('comments', () => commentsContract(engine));
  describe('ballots', () => ballotsContract(engine));
  describe('viewers', () => viewersContract(engine));
  describe('clearing', () => clearContract(engine));
  describe('bus', () => busContract(engine));
}
