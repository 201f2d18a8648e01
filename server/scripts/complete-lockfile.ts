import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Makes package-lock.json name every optional dependency, for `npm ci` to accept it anywhere. A registry that carries
 * one platform's packages alone leaves the others' out of a lockfile made against it, and `npm ci` then refuses it:
 * "Missing: … from lock file". What an entry needs is in the package that asks for it (the version) and in the name of
 * the one asked for (system, processor).
 *
 * A platform's binary also loses its `engines`: npm leaves out, without a word, an optional package that asks for a newer
 * Node than the one npm runs on, although here it is Node 24 that will load it. To be run after each change of
 * dependencies.
 */
type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: unknown;
  optionalDependencies?: Record<string, string>;
};
type Lockfile = { packages: Record<string, Entry> };

const SYSTEM = /^(?:darwin|linux|win32|android|freebsd|openharmony|openbsd|netbsd|sunos|aix)$/;
const PROCESSOR = /^(?:x64|arm64|arm|ia32|ppc64|riscv64|s390x|loong64|wasm32)$/;

const path = new URL('../../package-lock.json', import.meta.url);
const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
const { packages } = lockfile;

let added = 0;
for (const [at, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const version = range.replace(/^[\^~]/, '');
    const spots = foldersSeenFrom(at).map((folder) => folder + name);
    const found = spots.find((spot) => packages[spot]);
    if (found !== undefined && packages[found]?.version === version) continue;
    const spot = found === undefined ? spots.at(-1) : spots[0];
    if (spot === undefined) continue;
    packages[spot] = missingEntry(name, version, dev);
    added += 1;
  }
}
for (const entry of Object.values(packages)) if (entry.optional && entry.os) delete entry.engines;
lockfile.packages = Object.fromEntries(
  Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`);
process.stdout.write(`package-lock.json: ${added} entries added\n`);

/** Where Node looks for what the package at `at` asks for, nearest first. */
function foldersSeenFrom(at: string): string[] {
  if (at === '') return ['node_modules/'];
  const above = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '';
  return [`${at}/node_modules/`, ...foldersSeenFrom(above)];
}

function missingEntry(name: string, version: string, dev: boolean | undefined): Entry {
  const words = name.split(/[/-]/);
  const system = words.find((word) => SYSTEM.test(word));
  const processor = words.find((word) => PROCESSOR.test(word));
  const isMusl = words.some((word) => word.startsWith('musl'));
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(isMusl && { libc: ['musl'] }),
    ...(dev && { dev }),
    optional: true,
    ...(system && { os: [system] }),
  };
}
