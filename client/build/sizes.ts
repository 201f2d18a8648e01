import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What a page loads before it can show anything, compressed as a phone gets it. */
export type PageSize = { page: string; scriptBytes: number; styleBytes: number };

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

const built = fileURLToPath(new URL('../../dist/client/', import.meta.url));

/** A page's words come by a later import, yet before anything is shown: those of all pages, and these. */
const OWN_WORDS: Record<string, string[]> = { viewer: [], stage: ['stage'], portal: ['portal'] };
const wordsOf = (page: string): string[] =>
  ['messages', ...(OWN_WORDS[page] ?? ['desk'])].map((name) => `locales/zh-CN/${name}.po`);

export async function sizesOf(pages: readonly string[]): Promise<PageSize[]> {
  return Promise.all(
    pages.map(async (page) => {
      const manifest = await manifestOf(page);
      const files = filesOf(manifest, [`${page}/index.html`, ...wordsOf(page)]);
      const [scriptBytes, styleBytes] = await Promise.all([total(files, '.js'), total(files, '.css')]);
      return { page, scriptBytes, styleBytes };
    }),
  );
}

async function manifestOf(page: string): Promise<Manifest> {
  const name = page === 'viewer' ? 'manifest-viewer' : 'manifest';
  return JSON.parse(await readFile(`${built}.vite/${name}.json`, 'utf8')) as Manifest;
}

function filesOf(manifest: Manifest, entries: readonly string[]): Set<string> {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`not built: ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const other of chunk.imports ?? []) add(other);
  };
  for (const entry of entries) add(entry);
  return files;
}

async function total(files: ReadonlySet<string>, ending: string): Promise<number> {
  const chosen = [...files].filter((file) => file.endsWith(ending));
  const sizes = await Promise.all(
    chosen.map(async (file) => (await readFile(`${built}${file}.gz`)).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
