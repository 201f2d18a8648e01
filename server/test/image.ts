import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** An instruction of a Dockerfile: its name and what follows, continued lines joined. */
type Instruction = { name: string; rest: string };

/** What an image would be, laid out in a folder of this machine by the Dockerfile's own instructions. */
export type Image = {
  instructions: readonly Instruction[];
  /** Where a path of the image lies. */
  at(path: string): string;
  environment: Record<string, string>;
  command: readonly string[];
  healthcheck: readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
};

export const readInstructions = (text: string): Instruction[] =>
  text
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => /^([A-Z]+)\s+(.+)$/.exec(line.trim()) ?? [])
    .reduce<Instruction[]>((found, part, index, all) => {
      if (index % 3 === 1) found.push({ name: part, rest: all[index + 1] ?? '' });
      return found;
    }, []);

/**
 * Goes through a Dockerfile on a machine without Docker. Stages are folders, and the image's absolute paths lie in them;
 * commands run on this process's Node. Where everything is installed, the tree's own packages are taken: what is tried
 * is whether the server does with the few that the image has.
 */
export async function layOut(dockerfile: string): Promise<Image> {
  const folder = await mkdtemp(join(tmpdir(), 'xinli-image-'));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const instructions = readInstructions(await readFile(join(root, dockerfile), 'utf8'));
    const context = join(folder, 'context');
    await copyTracked(context);
    return { ...(await follow(instructions, folder, context)), instructions, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function follow(
  instructions: readonly Instruction[],
  folder: string,
  context: string,
): Promise<Pick<Image, 'at' | 'environment' | 'command' | 'healthcheck'>> {
  let [stage, workdir] = ['', '/'];
  let command: string[] = [];
  let healthcheck: string[] = [];
  const environment: Record<string, string> = {};
  const at = (path: string): string => join(folder, 'stages', stage, path);
  /** Absolute paths of the image are in the stage's folder. */
  const moved = (text: string): string => text.replaceAll(/(^|[\s=:])(\/(?:app|data)\b)/g, `$1${at('$2')}`);

  for (const { name, rest } of instructions) {
    switch (name) {
      case 'FROM':
        stage = / AS (\w+)$/.exec(rest)?.[1] ?? 'final';
        break;
      case 'WORKDIR':
        workdir = rest;
        await mkdir(at(workdir), { recursive: true });
        break;
      case 'ENV': {
        const [key = '', value = ''] = rest.split('=');
        environment[key] = moved(value);
        break;
      }
      case 'COPY':
        await copy(rest, context, join(folder, 'stages'), at(workdir));
        break;
      case 'RUN':
        await runIn(at(workdir), moved(rest));
        break;
      case 'HEALTHCHECK':
        healthcheck = JSON.parse(rest.slice(rest.indexOf('['))) as string[];
        break;
      case 'CMD':
        command = JSON.parse(rest) as string[];
        break;
      default: // ARG, USER, VOLUME, EXPOSE: nothing to be done here
    }
  }
  const final = stage;
  return {
    at: (path) => join(folder, 'stages', final, path),
    environment,
    command,
    healthcheck,
  };
}

async function copy(rest: string, context: string, stages: string, into: string): Promise<void> {
  const words = rest.split(/\s+/);
  const from = /^--from=(\w+)$/.exec(words[0] ?? '')?.[1];
  const sources = words.slice(from === undefined ? 0 : 1, -1);
  const target = words.at(-1) ?? '.';
  const base = from === undefined ? context : join(stages, from);
  for (const source of sources) {
    const whereTo = target.endsWith('/')
      ? join(into, target, source === '.' ? '' : source)
      : join(into, target);
    await cp(join(base, source), whereTo, { recursive: true, verbatimSymlinks: true });
  }
}

async function runIn(folder: string, line: string): Promise<void> {
  if (line === 'npm ci --ignore-scripts')
    return symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const command = line.replace(/chown \S+ \S+/, 'true'); // there is no such user here
  await run('sh', ['-c', command.replace('npm ci', 'npm ci --prefer-offline --no-audit')], {
    cwd: folder,
    env: imageEnvironment({}),
    maxBuffer: 2 ** 24,
  });
}

/** The image's programs: this Node under the name `node`, and nothing of the tree's own. */
export const imageEnvironment = (own: Record<string, string>): Record<string, string> => ({
  PATH: [dirname(process.execPath), ...systemPath()].join(delimiter),
  HOME: process.env.HOME ?? tmpdir(),
  ...own,
});

const systemPath = (): string[] =>
  (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));

async function copyTracked(into: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root, maxBuffer: 2 ** 24 });
  for (const name of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(into, name)), { recursive: true });
    await cp(join(root, name), join(into, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error; // deleted here, and not yet in the index
    });
  }
}
