import { createHmac, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SigningKey } from './tokens.ts';

export type Secrets = {
  adminToken: string;
  /** The first signs, all verify. */
  signingKeys: readonly SigningKey[];
  /** What the key that signs certificates is drawn from; the same on every node. */
  certificateSecret: string;
  /** Whether they were made just now. */
  generated: boolean;
  /** Where they are kept; null when the configuration gives them all. */
  file: string | null;
  warnings: readonly string[];
};

/**
 * `secrets.json`. To replace the signing key, put a new one in front and leave the old one behind it. Certificates have
 * a key of their own; a folder from before there was one, and a configured secret, sign with one drawn from the secret.
 */
const Kept = z.object({
  adminToken: z.string().min(16),
  signingKeys: z.array(z.string().min(32)).min(1),
  certificateSecret: z.string().min(32).optional(),
});
type Kept = z.output<typeof Kept>;

export const secretsFile = (dataFolder: string): string => join(dataFolder, 'secrets.json');

/**
 * The admin token and the signing key: from the configuration, else from `secrets.json` in the data folder, which is
 * made on the first start and readable by its owner alone. Throws when the file is there and cannot be used: a new
 * signing key would make every viewer a stranger.
 */
export function openSecrets(
  dataFolder: string,
  config: { adminToken: string | null; secret: string | null },
): Secrets {
  const { adminToken, secret } = config;
  if (adminToken !== null && secret !== null) {
    return {
      adminToken,
      signingKeys: [signingKey(secret)],
      certificateSecret: secret,
      generated: false,
      file: null,
      warnings: [],
    };
  }
  const file = secretsFile(dataFolder);
  const generated = !existsSync(file) && create(dataFolder, file);
  const warnings = closeToOthers(file);
  const kept = read(file);
  return {
    adminToken: adminToken ?? kept.adminToken,
    signingKeys: (secret === null ? kept.signingKeys : [secret]).map(signingKey),
    certificateSecret: secret ?? kept.certificateSecret ?? (kept.signingKeys.at(-1) as string),
    generated,
    file,
    warnings,
  };
}

/** Reads the kept admin token, for a client on the server's own machine; null when there is none. */
export const readAdminToken = (dataFolder: string): string | null => {
  const file = secretsFile(dataFolder);
  return existsSync(file) ? read(file).adminToken : null;
};

/** The same secret has the same name on every node; the name says nothing about the secret. */
const signingKey = (secret: string): SigningKey => ({
  kid: createHmac('sha256', secret).update('key id').digest('base64url').slice(0, 8),
  secret,
});

/** False when another process was first: its secrets are the ones to use. */
function create(dataFolder: string, file: string): boolean {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const random = (): string => randomBytes(32).toString('base64url');
  const secrets: Kept = { adminToken: random(), signingKeys: [random()], certificateSecret: random() };
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file); // appears whole, or not at all when there is one already
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function closeToOthers(file: string): string[] {
  const mode = statSync(file).mode & 0o777;
  if (process.platform === 'win32' || (mode & 0o077) === 0) return [];
  chmodSync(file, 0o600);
  return [
    `${file} could be read by others (mode ${mode.toString(8)}); it is now 600, but its secrets may be known`,
  ];
}

function read(file: string): Kept {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file} cannot be read`, { cause });
  }
  const kept = Kept.safeParse(content);
  if (kept.success) return kept.data;
  throw new Error(
    `${file} does not hold an adminToken (16 characters or more) and signingKeys (32 or more each)`,
  );
}
