import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#shared/model/actor.ts';
import { ActorId, EventSlug } from '#shared/model/ids.ts';
import { createTokens } from './tokens.ts';

const now = 1_750_000_000_000;
const clock = { now: () => now };
const at = (time: number) => ({ now: () => time });
const key = { kid: 'k1', secret: 'a secret of at least thirty-two characters' };
const other = { kid: 'k2', secret: 'another secret of more than thirty characters' };
const gala = EventSlug.parse('gala');
const host: Actor = { id: ActorId.parse('host-1'), role: 'host', name: '主持人', number: null };
const viewer: Actor = { id: ActorId.parse('v12'), role: 'viewer', name: '', number: 12 };

const tokens = createTokens({ keys: [key], clock });
const sign = (actor: Actor = viewer, expiresAt: number | null = null): string =>
  tokens.sign({ event: gala, actor, expiresAt });
const forge = (payload: unknown, kid = key.kid, secret = key.secret): string => {
  const body = `xl1.${kid}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
};

describe('tokens', () => {
  test.each([host, viewer])('carry an actor: $role', (actor) => {
    expect(tokens.verify(sign(actor), gala)).toEqual({ actor, issuedAt: now });
  });

  test('are verified by another node with the same key, and by one that has moved on to a new key', () => {
    const node = createTokens({ keys: [other, key], clock });
    expect(node.verify(sign(), gala)?.actor).toEqual(viewer);
    expect(
      createTokens({ keys: [other], clock }).verify(
        node.sign({ event: gala, actor: host, expiresAt: null }),
        gala,
      )?.actor,
    ).toEqual(host);
  });

  test('end when they say so', () => {
    const token = sign(host, now + 1_000);
    expect(createTokens({ keys: [key], clock: at(now + 999) }).verify(token, gala)?.actor).toEqual(host);
    expect(createTokens({ keys: [key], clock: at(now + 1_000) }).verify(token, gala)).toBeNull();
  });

  test('outlive a clock that was set back, by less than a day', () => {
    expect(createTokens({ keys: [key], clock: at(now - 86_399_000) }).verify(sign(), gala)?.actor).toEqual(
      viewer,
    );
  });

  test('longer than any token may be are not signed', () => {
    expect(() => sign({ ...host, name: '名'.repeat(400) })).toThrow(RangeError);
  });

  test('need a key', () => {
    expect(() => createTokens({ keys: [], clock })).toThrow(TypeError);
  });
});

describe('V5: a token that is not in order says nothing', () => {
  const payload = ['gala', 'host', 'host-1', '', null, now, null];

  test('the forge used below makes good tokens', () => {
    expect(tokens.verify(forge(payload), gala)?.actor).toEqual({ ...host, name: '' });
  });

  test.each([
    ['none', ''],
    [
      'alg none',
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"role":"admin"}').toString('base64url')}.`,
    ],
    ['no mac', sign().slice(0, -43)],
    ['empty mac', `${sign().slice(0, -44)}.`],
    ['unknown kid', forge(payload, 'k9')],
    ['a kid from the prototype', forge(payload, '__proto__')],
    ['wrong key under a known kid', forge(payload, key.kid, other.secret)],
    ['kid swapped', sign().replace('.k1.', '.k2.')],
    ['other version', sign().replace('xl1', 'xl2')],
    ['space after', `${sign()} `],
    ['line end after', `${sign()}\n`],
    ['10 KB', `xl1.k1.${'A'.repeat(10_240)}.${'A'.repeat(43)}`],
    ['10 KB, rightly signed', forge(['gala', 'host', 'host-1', 'x'.repeat(10_240), null, now, null])],
    ['other event', forge(['demo', ...payload.slice(1)])],
    ['expired', forge([...payload.slice(0, 6), now])],
    ['issued a day ahead', forge([...payload.slice(0, 5), now + 86_400_000, null])],
    ['unknown role', forge(['gala', 'god', ...payload.slice(2)])],
    ['signed, but too short', forge(payload.slice(0, 5))],
    ['signed, but an object', forge({ event: 'gala', role: 'host' })],
    ['a character that shares its low byte', sign().replace('x', '\u0178')],
  ])('%s', (_, token) => {
    expect(tokens.verify(token, gala)).toBeNull();
  });

  test('any bit of any byte flipped', () => {
    const good = Buffer.from(sign(host));
    const accepted: string[] = [];
    for (let index = 0; index < good.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const bad = Buffer.from(good);
        bad[index] = (bad[index] ?? 0) ^ (1 << bit);
        if (tokens.verify(bad.toString('latin1'), gala)) accepted.push(`${index}.${bit}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  test('any character replaced by any other of the alphabet', () => {
    const good = sign(host);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const accepted = [...good].flatMap((character, index) =>
      [...alphabet]
        .filter((letter) => letter !== character)
        .map((letter) => good.slice(0, index) + letter + good.slice(index + 1))
        .filter((token) => tokens.verify(token, gala)),
    );
    expect(accepted).toEqual([]);
  });
});
