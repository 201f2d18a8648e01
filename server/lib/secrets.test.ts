import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSecrets, readAdminToken } from './secrets.ts';

const none = { adminToken: null, secret: null };
let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'xinli-secrets-'));
  folder = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true }));
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('secrets', () => {
  test('are made on the first start and kept for the owner alone', () => {
    const first = openSecrets(folder, none);
    expect(first).toMatchObject({ generated: true, file: join(folder, 'secrets.json'), warnings: [] });
    expect(Buffer.from(first.adminToken, 'base64url')).toHaveLength(32);
    expect(modeOf(folder)).toBe(0o700);
    expect(modeOf(join(folder, 'secrets.json'))).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);

    expect(openSecrets(folder, none)).toEqual({ ...first, generated: false });
    expect(readAdminToken(folder)).toBe(first.adminToken);
  });

  test('differ from one server to the next', () => {
    const [one, two] = [openSecrets(folder, none), openSecrets(join(parent, 'other'), none)];
    expect(
      new Set([one.adminToken, two.adminToken, one.signingKeys[0]?.secret, two.signingKeys[0]?.secret]).size,
    ).toBe(4);
    expect(one.signingKeys[0]?.kid).not.toBe(two.signingKeys[0]?.kid);
  });

  test('come from the configuration when it has them, and then nothing is written', () => {
    const secrets = openSecrets(folder, { adminToken: 'a'.repeat(16), secret: 's'.repeat(32) });
    expect(secrets).toMatchObject({ adminToken: 'a'.repeat(16), generated: false, file: null });
    expect(secrets.signingKeys).toEqual([
      { kid: expect.stringMatching(/^[\w-]{8}$/), secret: 's'.repeat(32) },
    ]);
    expect(readdirSync(parent)).toEqual([]);
    expect(readAdminToken(folder)).toBeNull();
  });

  test('may come from both', () => {
    const secrets = openSecrets(folder, { adminToken: null, secret: 's'.repeat(32) });
    expect(secrets.signingKeys.map((key) => key.secret)).toEqual(['s'.repeat(32)]);
    expect(secrets.adminToken).toBe(readAdminToken(folder));
  });

  test('keep an old signing key behind the new one', () => {
    const { file, adminToken, signingKeys } = openSecrets(folder, none);
    const fresh = 'n'.repeat(43);
    const old = signingKeys[0]?.secret ?? '';
    writeFileSync(file ?? '', JSON.stringify({ adminToken, signingKeys: [fresh, old] }));
    expect(openSecrets(folder, none).signingKeys.map((key) => key.secret)).toEqual([fresh, old]);
  });

  test('that others could read are closed to them, with a warning', () => {
    const { file } = openSecrets(folder, none);
    chmodSync(file ?? '', 0o644);
    expect(openSecrets(folder, none).warnings).toEqual([expect.stringContaining('mode 644')]);
    expect(modeOf(file ?? '')).toBe(0o600);
  });

  test.each(['', '{', '{}', '{"adminToken":"x","signingKeys":[]}'])('are never replaced: %j', (damaged) => {
    const { file } = openSecrets(folder, none);
    writeFileSync(file ?? '', damaged);
    expect(() => openSecrets(folder, none)).toThrow('secrets.json');
    expect(readFileSync(file ?? '', 'utf8')).toBe(damaged);
  });
});
