import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

/** Photos by the SHA-256 of their bytes: what is put twice is there once, and what is there never changes. */
export type Photos = {
  put(bytes: Buffer): Promise<string>;
  /** Null when there is none of this hash. */
  get(hash: string): Promise<Buffer | null>;
};

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What the bytes are, by how they begin; a name or a header is only what somebody says. */
export function photoTypeOf(bytes: Buffer): PhotoType | null {
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp';
  return null;
}

/** In a folder of this node: for the engine that has one node. */
export function openPhotoFolder(folder: string): Photos {
  return {
    async put(bytes) {
      const hash = hashOf(bytes);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `.${randomBytes(8).toString('hex')}`);
      await writeFile(draft, bytes, { mode: 0o600, flush: true });
      await rename(draft, join(folder, hash)); // appears whole
      return hash;
    },
    async get(hash) {
      try {
        return await readFile(join(folder, hash));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}
