import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { CriterionId } from '#shared/model/ids.ts';
import type { CardKey, OwnCard, Values } from '#shared/model/scorecard.ts';
import type { Ack } from '#shared/protocol/errors.ts';
import {
  beginItem,
  isIdle,
  type Item,
  keptMine,
  reconciled,
  settled,
  signedItem,
  withAttempt,
  withValues,
} from './item.ts';

const key = { roundId: 'r', entryId: 'e', judgeId: 'j' } as CardKey;
const of = (content: number): Values => ({ ['content' as CriterionId]: content });
const card = (version: number, values: Values, status: OwnCard['status'] = 'draft'): OwnCard => ({
  ...key,
  version,
  values,
  status,
  proxy: false,
  reason: '',
});
const begin = (known?: OwnCard): Item => beginItem(key, { ruleHash: 'h' }, known);
const taken = (given: OwnCard): Ack<OwnCard> => ({ ok: true, data: given });
const refused = (code: string, details?: unknown): Ack<OwnCard> =>
  ({ ok: false, error: { code, message: code, retryable: false, details } }) as Ack<OwnCard>;

describe('an item of the outbox', () => {
  test('a change is sent from the version it began with, once, under one id', () => {
    const item = withAttempt(withValues(begin(card(3, of(1))), of(2)), 'first');
    expect(item.attempt).toEqual({
      commandId: 'first',
      kind: 'save',
      values: of(2),
      version: 3,
      ruleHash: 'h',
    });
    expect(withAttempt(withValues(item, of(9)), 'second').attempt).toEqual(item.attempt);
  });

  test('an answered save leaves nothing, or the change made meanwhile on the new version', () => {
    const sent = withAttempt(withValues(begin(), of(2)), 'a');
    expect(settled(sent, taken(card(1, of(2))))).toBeNull();
    const more = settled(withValues(sent, of(3)), taken(card(1, of(2))));
    expect(more).toMatchObject({ base: { version: 1 }, values: of(3), attempt: null });
  });

  test.each(['UNAVAILABLE', 'RATE', 'INTERNAL'])('%s keeps the attempt as it is', (code) => {
    const sent = withAttempt(withValues(begin(), of(2)), 'a');
    expect(settled(sent, refused(code))).toBe(sent);
  });

  test('signed, its values stay, and the signature follows an unanswered save', () => {
    const sent = withAttempt(withValues(begin(), of(2)), 'a');
    const signed = withValues(signedItem(sent), of(7));
    expect(signed.values).toEqual(of(2));
    const next = settled(signed, taken(card(1, of(2)))) as Item;
    expect(withAttempt(next, 'b').attempt).toMatchObject({ kind: 'sign', version: 1, commandId: 'b' });
    expect(settled(withAttempt(next, 'b'), taken(card(2, of(2), 'locked')))).toBeNull();
  });

  test('another device’s values are a conflict, and go on only when somebody says so', () => {
    const sent = withAttempt(withValues(begin(card(1, of(1))), of(2)), 'a');
    const item = settled(sent, refused('CONFLICT', { card: card(2, of(5)) })) as Item;
    expect(item.trouble).toEqual({ kind: 'conflict', theirs: card(2, of(5)) });
    expect(withValues(item, of(9)).values).toEqual(of(2));
    expect(withAttempt(keptMine(item), 'b').attempt).toMatchObject({ version: 2, values: of(2) });
  });

  test('the same values under another version are no conflict', () => {
    const sent = withAttempt(signedItem(withValues(begin(), of(2))), 'a');
    const item = settled(sent, refused('CONFLICT', { card: card(4, of(2)) })) as Item;
    expect(item).toMatchObject({ trouble: null, isSigned: true, base: { version: 4 } });
    expect(reconciled({ ...item, isSigned: true }, card(5, of(2), 'locked'))).toBeNull();
  });

  test('sent back with its own values, a draft goes on from the new version', () => {
    const item = withValues(begin(card(2, of(1))), of(3));
    expect(reconciled(item, card(4, of(1)))).toMatchObject({
      trouble: null,
      base: { version: 4 },
      values: of(3),
    });
  });

  test('a card that closed under other values is a conflict; untouched it is simply the server’s', () => {
    const item = withValues(begin(card(1, of(1))), of(3));
    expect(reconciled(item, card(2, of(1), 'recused'))?.trouble).toMatchObject({ kind: 'conflict' });
    expect(
      settled(withAttempt(item, 'a'), refused('CLOSED', { card: card(2, of(8), 'locked') }))?.trouble,
    ).toMatchObject({ kind: 'conflict' });
  });

  test('a round that ended refuses, and the values stay here', () => {
    const sent = withAttempt(withValues(begin(), of(2)), 'a');
    const item = settled(sent, refused('CLOSED'));
    expect(item).toMatchObject({ trouble: { kind: 'refused', code: 'CLOSED' }, values: of(2) });
  });

  test('an absent card whose scores were shown is refused, not sent for ever', () => {
    const sent = withAttempt(withValues(begin(card(1, {}, 'absent')), of(2)), 'a');
    const item = settled(sent, refused('CLOSED', { card: card(1, {}, 'absent') }));
    expect(item?.trouble).toMatchObject({ kind: 'refused' });
  });

  test('news wait for the answer to what is on its way', () => {
    const sent = withAttempt(withValues(begin(), of(2)), 'a');
    expect(reconciled(sent, card(1, of(2)))).toBe(sent);
  });
});

/** A server that records versions, answers each id once and the same again, and may have a second device at it. */
function createServer() {
  let now: OwnCard | null = null;
  const answers = new Map<string, Ack<OwnCard>>();
  return {
    card: () => now,
    take(item: ReturnType<typeof withAttempt>): Ack<OwnCard> {
      const { commandId, version, values, kind } = item.attempt;
      const known = answers.get(commandId);
      if (known) return known;
      const ack = ((): Ack<OwnCard> => {
        if (now && now.status === 'locked') return refused('CLOSED', { card: now });
        if (version !== (now?.version ?? 0)) return refused('CONFLICT', { card: now });
        now = card(version + 1, values, kind === 'sign' ? 'locked' : 'draft');
        return taken(now);
      })();
      if (ack.ok) answers.set(commandId, ack);
      return ack;
    },
    otherDevice(content: number): void {
      if (now?.status !== 'locked') now = card((now?.version ?? 0) + 1, of(content));
    },
  };
}

type Step =
  | { does: 'write'; value: number }
  | { does: 'sign' | 'deliver' | 'lose' | 'hear' | 'reload' }
  | { does: 'other'; value: number };

const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('write' as const), value: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      does: fc.constantFrom(
        'sign' as const,
        'deliver' as const,
        'lose' as const,
        'hear' as const,
        'reload' as const,
      ),
    }),
    fc.record({ does: fc.constant('other' as const), value: fc.integer({ min: 11, max: 19 }) }),
  ),
  { maxLength: 40 },
);

describe('over a line that loses answers', () => {
  test.prop([steps as fc.Arbitrary<Step[]>])('nothing is lost, nothing is overwritten unasked', (script) => {
    const server = createServer();
    let item: Item | null = null;
    let nth = 0;
    let wrote: number | null = null;
    for (const step of script) {
      if (step.does === 'other') server.otherDevice(step.value);
      if (step.does === 'write' && server.card()?.status !== 'locked') {
        const next: Item = withValues(item ?? begin(server.card() ?? undefined), of(step.value));
        if (next.values === item?.values) continue;
        if (!next.isSigned && next.trouble === null) wrote = step.value;
        item = isIdle(next) ? null : next;
      }
      if (step.does === 'sign' && item) item = signedItem(item);
      if (step.does === 'reload' && item) item = JSON.parse(JSON.stringify(item)) as Item;
      if ((step.does === 'deliver' || step.does === 'lose') && item?.trouble === null) {
        nth += 1;
        const sending = withAttempt(item, `id-${nth}`);
        const before: OwnCard | null = server.card();
        const ack = server.take(sending);
        const after = server.card();
        // What another device wrote is replaced only by values that began from it.
        if (after !== before) expect(sending.attempt.version).toBe(before?.version ?? 0);
        item = step.does === 'lose' ? sending : settled(sending, ack);
      }
      const known = server.card();
      if (step.does === 'hear' && item && known) item = reconciled(item, known);
      // What was written here is still here, or on the server, until somebody decides.
      if (wrote !== null && item !== null) expect(item.values).toEqual(of(wrote));
      if (wrote !== null && item === null) {
        const there = server.card()?.values['content' as CriterionId] ?? 0;
        expect(there === wrote || there > 10).toBe(true);
      }
    }
  });
});
