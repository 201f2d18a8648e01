import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];
/** Segments kept unpacked: a list is read page by page. */
const KEPT = 4;

/**
 * Segments of an archive: gzip files of one JSON object a line, each written once and never changed. A name is only
 * ever given to a file that is whole and on the disk.
 */
export type ArchiveFiles = {
  /** Returns the segment's name, which is new each time. */
  write(folder: string, from: number, to: number, lines: readonly string[]): Promise<string>;
  read(folder: string, name: string): Promise<string[]>;
  remove(folder: string): Promise<void>;
};

export function openArchiveFiles(root: string): ArchiveFiles {
  const kept = new Map<string, Promise<string[]>>();

  async function load(path: string): Promise<string[]> {
    const text = (await unzip(await readFile(path))).toString();
    return text.split('\n').filter(Boolean);
  }

  return {
    async write(folder, from, to, lines) {
      const digits = (position: number): string => String(position).padStart(10, '0');
      const name = `${digits(from)}-${digits(to)}.${randomBytes(4).toString('hex')}.ndjson.gz`;
      const path = join(root, folder, name);
      await mkdir(dirname(path), { recursive: true });
      const bytes = await zip(`${lines.join('\n')}\n`);
      const file = await open(`${path}.part`, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
      // The name is on the disk once its folder is.
      const parent = await open(dirname(path), 'r');
      try {
        await parent.sync();
      } finally {
        await parent.close();
      }
      return name;
    },

    read(folder, name) {
      const path = join(root, folder, name);
      const lines = kept.get(path) ?? load(path);
      kept.delete(path);
      kept.set(path, lines); // the one used last is the last to go
      lines.catch(() => kept.delete(path));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return lines;
    },

    remove: (folder) => rm(join(root, folder), { recursive: true, force: true }),
  };
}
