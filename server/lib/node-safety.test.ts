import { expect, test } from 'vitest';
import { inspectNode } from './node-safety.ts';

test.each(['24.22.1', '24.23.0', '25.0.0', '26.10.0'])('B18 nothing is said of Node.js %s', (version) => {
  expect(inspectNode(version)).toBeNull();
});

test.each(['24.22.0', '24.21.0', '24.9.9', '22.30.1', '20.20.2'])(
  'B18 Node.js %s is warned of',
  (version) => {
    expect(inspectNode(version)).toMatch(new RegExp(`${version.replaceAll('.', '\\.')}.*24\\.22\\.1`));
  },
);
