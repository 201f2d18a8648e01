import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeProtocol } from '../lib/protocol-reference.ts';

/** `npm run docs` writes docs/protocol.md from the tables; `--check` fails when it is not what they say. */
const file = fileURLToPath(new URL('../../docs/protocol.md', import.meta.url));
const text = describeProtocol();

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/protocol.md is not what the tables say: run `npm run docs`\n');
  process.exitCode = 1;
}
