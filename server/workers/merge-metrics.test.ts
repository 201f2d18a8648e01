import { expect, test } from 'vitest';
import { mergeMetrics } from './merge-metrics.ts';

const textOf = (worker: number): string =>
  [
    '# HELP a_total What a counts',
    '# TYPE a_total counter',
    `a_total{worker="${worker}"} ${worker}0`,
    '',
    '# HELP b What b is',
    '# TYPE b gauge',
    `b{worker="${worker}"} 1`,
    '',
  ].join('\n');

test('each metric is described once, with the samples of all workers together', () => {
  expect(mergeMetrics([textOf(1), '', textOf(2)])).toBe(
    [
      '# HELP a_total What a counts',
      '# TYPE a_total counter',
      'a_total{worker="1"} 10',
      'a_total{worker="2"} 20',
      '',
      '# HELP b What b is',
      '# TYPE b gauge',
      'b{worker="1"} 1',
      'b{worker="2"} 1',
      '',
    ].join('\n'),
  );
});
