import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example } from '#shared/rules/scoring/sample-rounds.ts';
import { run } from './cli/program.ts';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'xinli-cli-'))));
afterAll(() => rm(folder, { recursive: true }));

const save = async (name: string, text: string | Uint8Array): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};

type Said = { exitCode: number; out: string; err: string };

/** One command line in this process. */
async function said(...words: string[]): Promise<Said> {
  const heard = { out: '', err: '' };
  const exitCode = await run(words, {
    env: {},
    out: (text) => (heard.out += text),
    err: (text) => (heard.err += text),
  });
  return { exitCode, ...heard };
}

/** One command line in a process of its own, with something on standard input. */
const spawned = (words: string[], input: string): Promise<Said> =>
  new Promise((done) => {
    const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
    const child = execFile(process.execPath, [cli, ...words], { env: {} }, (_, out, err) =>
      done({ exitCode: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.end(input);
  });

describe('xinli tabulate', () => {
  test('SC-19: prints the results as JSON', async () => {
    const { exitCode, out, err } = await said(
      'tabulate',
      await save('example.json', JSON.stringify(example)),
    );
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const { results, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    const members = ['entry', 'rank', 'figure', 'exact', 'parts', 'explain'];
    expect(results.map(Object.keys)).toEqual([members, members, members]);
    expect(results[0]).toMatchObject({ entry: 'b', rank: 1, figure: '9.400', exact: '47/5' });
    expect(out.endsWith('}\n')).toBe(true);
  });

  test('SC-19: reads standard input, and needs neither server nor settings', async () => {
    const text = JSON.stringify(example);
    const fromInput = await spawned(['tabulate', '-'], `\uFEFF${text}`);
    expect(fromInput).toEqual(await said('tabulate', await save('same.json', text)));
  });

  test('SC-1: a refusal is one line that names the rule, exit code 2 and no output', async () => {
    const text = JSON.stringify(example).replace('9.50', '10.005');
    expect(await spawned(['tabulate', '-'], text)).toEqual({
      exitCode: 2,
      out: '',
      err: 'SC-1: judges/j1/a/content 10.005 is not on step 0.01 from 0\n',
    });
  });

  test.each([
    ['no JSON', '{', /^SC-19: the file is not JSON: .+\n$/],
    ['nothing', '', /^SC-19: the file is not JSON: .+\n$/],
    ['no UTF-8', new Uint8Array([0xff, 0xfe]), /^cannot read .+ \(not UTF-8\)\n$/],
  ])('SC-19: a file with %s is refused in one line', async (_, text, line) => {
    const { exitCode, out, err } = await said('tabulate', await save('broken.json', text));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(line);
  });

  test('a file that cannot be read, or that is not named, ends with exit code 2 and one line', async () => {
    const missing = join(folder, 'missing.json');
    expect(await said('tabulate', missing)).toEqual({
      exitCode: 2,
      out: '',
      err: `cannot read ${missing} (ENOENT)\n`,
    });
    expect(await said('tabulate', folder)).toMatchObject({
      exitCode: 2,
      err: `cannot read ${folder} (EISDIR)\n`,
    });
    expect(await said('tabulate')).toEqual({
      exitCode: 2,
      out: '',
      err: "error: missing required argument 'file'\n",
    });
    expect(await said('tabulate', missing, missing)).toMatchObject({ exitCode: 2, out: '' });
  });
});
