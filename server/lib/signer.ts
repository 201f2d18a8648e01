import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Signs certificates with Ed25519. Its public key and fingerprint are for everybody. */
export type Signer = {
  /** The 32 bytes of the public key, base64url. */
  readonly publicKey: string;
  readonly fingerprint: string;
  /** The signature, base64url; the same for the same bytes. */
  sign(bytes: Uint8Array): string;
};

/** What stands before the 32 bytes of a key in its PKCS #8 and SPKI form (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The key is drawn from a secret, so that nodes with the same secret sign as one. */
export function createSigner(secret: string): Signer {
  const seed = createHmac('sha256', secret).update('xinli certificate key').digest();
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(PUBLIC_PREFIX.length).toString('base64url');
  return {
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    sign: (bytes) => sign(null, bytes, key).toString('base64url'),
  };
}

/** `a1b2-c3d4-e5f6-0718-293a`: 80 bits of a SHA-256 of the public key, short enough to compare by eye. */
export const fingerprintOf = (publicKey: string): string =>
  (
    createHash('sha256')
      .update(Buffer.from(publicKey, 'base64url'))
      .digest('hex')
      .slice(0, 20)
      .match(/.{4}/g) ?? []
  ).join('-');

/** Whether the signature is this key's over these bytes, in its one canonical spelling. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url');
  const given = Buffer.from(signature, 'base64url');
  // Base64 has spare bits and ignores strays: there is to be one spelling of a key and of a signature.
  if (raw.length !== 32 || raw.toString('base64url') !== publicKey) return false;
  if (given.length !== 64 || given.toString('base64url') !== signature) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });
  return verify(null, bytes, key, given);
}
