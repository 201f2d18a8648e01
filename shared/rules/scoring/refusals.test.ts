import { describe, expect, test } from 'vitest';
import { readTabulation } from './read-tabulation.ts';
import { Refusal } from './refusal.ts';
import { example } from './sample-rounds.ts';
import { tabulate } from './tabulate.ts';

const [judges, audience] = example.parts;
const card = { judge: 'j1', entry: 'a', values: { content: '9' } };
const content = { id: 'content', min: '0', max: '10', step: '0.01' };

/** What is said of a text. */
function saying(text: string): string {
  try {
    tabulate(readTabulation(text));
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message.startsWith(`${error.rule}: `) ? error.message : 'a message without its rule';
  }
}
const withFile = (more: object): string => saying(JSON.stringify({ ...example, ...more }));
const withJudges = (more: object): string => withFile({ parts: [{ ...judges, ...more }, audience] });
const withAudience = (more: object): string => withFile({ parts: [judges, { ...audience, ...more }] });
const withValue = (value: unknown): string =>
  withJudges({ scorecards: [{ ...card, values: { content: value } }] });
const withCriterion = (more: object): string => withJudges({ criteria: [{ ...content, ...more }] });
const jury = {
  id: 'jury',
  aggregate: { rule: 'rankPoints', points: [3, 2] },
  rankings: [{ judge: 'j1', order: ['a'] }],
};
const withJury = (more: object): string => withFile({ combine: 'sum', parts: [{ ...jury, ...more }] });

test('SC-19: the example is accepted, and so is what may be left out', () => {
  const { penalties: _, disqualified: __, tieBreakJudge: ___, headJudge: ____, ...rest } = example;
  expect(saying(JSON.stringify(rest))).toBe('accepted');
});

describe('SC-19: the file itself', () => {
  test.each([
    ['', 'SC-19: the file is not JSON'],
    ['{"decimals": 3,}', 'SC-19: the file is not JSON'],
    ['null', 'SC-19: the file null is not an object'],
    ['[]', 'SC-19: the file a list is not an object'],
    ['"a"', 'SC-19: the file "a" is not an object'],
    ['{"decimals": 3, "decimals": 2}', 'SC-19: the file says "decimals" twice in one object'],
    ['[{"a": 1, "b": {"a": 1}, "\\u0061" : 2}]', 'SC-19: the file says "a" twice in one object'],
    ['{"__proto__": 1}', 'SC-19: __proto__ cannot be an id'],
    ['['.repeat(100_000), 'SC-19: the file is not JSON'],
    ['['.repeat(100_000) + ']'.repeat(100_000), 'SC-19: the file a list is not an object'],
  ])('%.40s', (text, message) => expect(saying(text)).toContain(message));

  test('keys may repeat from one object to another, and stand as values', () => {
    const jsonText = '[{"a": "a"}, {"a": ["a", "a", "\\"a\\":"]}]';
    expect(saying(jsonText)).toBe('SC-19: the file a list is not an object');
  });

  test.each([
    [{ penaltys: [] }, 'SC-19: the file does not know "penaltys"'],
    [{ decimals: undefined }, 'SC-14: decimals is missing (a whole number from 0 to 12)'],
    [{ decimals: '3' }, 'SC-14: decimals "3" is not a whole number from 0 to 12'],
    [{ decimals: -1 }, 'SC-14: decimals -1 is not a whole number from 0 to 12'],
    [{ decimals: 13 }, 'SC-14: decimals 13 is not a whole number from 0 to 12'],
    [{ decimals: 2.5 }, 'SC-14: decimals 2.5 is not a whole number from 0 to 12'],
    [{ entries: [] }, 'SC-1: entries are missing'],
    [{ entries: 'abc' }, 'SC-1: entries "abc" is not a list'],
    [{ entries: ['a', 'b', 'c', 'b'] }, 'SC-1: entries/b is there twice'],
    [{ entries: ['a', 'b', 'c', ' d'] }, 'SC-1: entries/#4 " d" is not an id'],
    [{ entries: ['a', 'b', 'c', ''] }, 'SC-1: entries/#4 "" is not an id'],
    [{ entries: ['a', 'b', 'c', 'x\ny'] }, 'SC-1: entries/#4 "x\\ny" is not an id'],
    [{ entries: ['a', 'b', 'c', 4] }, 'SC-1: entries/#4 4 is not an id'],
    [{ parts: [] }, 'SC-1: parts are missing'],
    [{ parts: [judges, judges] }, 'SC-1: parts/judges is there twice'],
    [{ parts: [7] }, 'SC-19: #1 7 is not an object'],
    [{ parts: [{ id: 'p', weight: 100 }] }, 'SC-19: p holds nothing'],
    [{ parts: [{ ...judges, votes: {} }] }, 'SC-19: judges holds scorecards and votes'],
    [{ combine: 'mean' }, 'SC-11: combine "mean" is not weighted or sum'],
    [{ tieBreak: undefined }, 'SC-14: tieBreak is missing'],
  ])('%j', (more, message) => expect(withFile(more)).toContain(message));
});

describe('SC-1, SC-2, SC-4: criteria and cards', () => {
  test.each([
    ['10.005', 'SC-1: judges/j1/a/content 10.005 is not on step 0.01 from 0'],
    ['10.01', 'SC-1: judges/j1/a/content 10.01 is not in [0, 10]'],
    ['-0.01', 'SC-1: judges/j1/a/content -0.01 is not in [0, 10]'],
    ['1e1', 'SC-1: judges/j1/a/content "1e1" is not a decimal string such as "9.50"'],
    ['9,5', 'SC-1: judges/j1/a/content "9,5" is not a decimal string'],
    [' 9', 'SC-1: judges/j1/a/content " 9" is not a decimal string'],
    ['', 'SC-1: judges/j1/a/content "" is not a decimal string'],
    ['９', 'SC-1: judges/j1/a/content "９" is not a decimal string'],
    ['9'.repeat(1_000), 'SC-1: judges/j1/a/content "9999'],
    [9, 'SC-1: judges/j1/a/content 9 is not a decimal string'],
    [null, 'SC-1: judges/j1/a/content null is not a decimal string'],
    [{}, 'SC-1: judges/j1/a/content an object is not a decimal string'],
  ])('SC-1: a value of %.20j', (value, message) => expect(withValue(value)).toContain(message));

  test('SC-1: values lie on the step from min, both ends included', () => {
    const criteria = [{ ...content, min: '0.5', max: '9.5', step: '3' }];
    const given = (value: string) =>
      withJudges({ criteria, scorecards: [{ ...card, values: { content: value } }] });
    expect(['0.5', '3.5', '9.5', '9.50'].map(given)).toEqual(Array(4).fill('accepted'));
    expect(given('3')).toBe('SC-1: judges/j1/a/content 3 is not on step 3 from 0.5');
    expect(given('12.5')).toBe('SC-1: judges/j1/a/content 12.5 is not in [0.5, 9.5]');
  });

  test.each([
    [{ id: 'voice' }, 'SC-2: judges/j1/a has no value for voice'],
    [{ step: '0' }, 'SC-1: judges/criteria/content/step 0 is not above 0'],
    [{ step: '-1' }, 'SC-1: judges/criteria/content/step -1 is not above 0'],
    [{ min: '11' }, 'SC-1: judges/criteria/content/min 11 is above max 10'],
    [{ weight: '-1' }, 'SC-1: judges/criteria/content/weight -1 is below 0'],
    [{ weight: 1 }, 'SC-1: judges/criteria/content/weight 1 is not a decimal string'],
    [{ max: undefined }, 'SC-1: judges/criteria/content/max is missing'],
    [{ note: 'x' }, 'SC-1: judges/criteria/content does not know "note"'],
  ])('SC-1: a criterion with %j', (more, message) => expect(withCriterion(more)).toContain(message));

  test.each([
    [{ criteria: [] }, 'SC-1: judges/criteria are missing'],
    [{ criteria: [content, content] }, 'SC-1: judges/criteria/content is there twice'],
    [{ scorecards: {} }, 'SC-2: judges/scorecards an object is not a list'],
    [{ scorecards: [{ judge: 'j1', entry: 'a' }] }, 'SC-1: judges/j1/a/values is missing (an object)'],
    [{ scorecards: [{ ...card, entry: 'z' }] }, 'SC-1: judges/j1/z is not an entry'],
    [{ scorecards: [{ ...card, entry: 'constructor' }] }, 'SC-1: judges/j1/constructor is not an entry'],
    [{ scorecards: [{ ...card, values: {} }] }, 'SC-2: judges/j1/a has no value for content'],
    [
      { scorecards: [{ ...card, values: { content: '9', toString: '9' } }] },
      'SC-1: judges/j1/a/toString is not a criterion',
    ],
    [{ scorecards: [card, { ...card, judge: 'j2' }, card] }, 'SC-2: judges/j1/a has two cards'],
    [{ recused: [{ judge: 'j1', entry: 'a' }] }, 'SC-4: judges/j1/a has a card of a recused judge'],
    [{ recused: [{ judge: 'j1', entry: 'z' }] }, 'SC-4: judges/recused/j1/z is not an entry'],
    [{ recused: 'j1' }, 'SC-4: judges/recused "j1" is not a list'],
  ])('SC-2, SC-4: %j', (more, message) => expect(withJudges(more)).toBe(message));
});

describe('SC-6, SC-7: ways of counting', () => {
  const trim = { rule: 'trimmedMean', high: 1, low: 1 };
  test.each([
    [{ ...trim, minJudges: 2 }, 'SC-7: judges/aggregate/minJudges 2 is not more than 1 + 1 dropped'],
    [{ ...trim, high: 3, low: 2 }, 'SC-7: judges/aggregate/minJudges 5 is not more than 3 + 2 dropped'],
    [{ ...trim, high: -1 }, 'SC-7: judges/aggregate/high -1 is not a whole number from 0 to 1000'],
    [{ ...trim, low: 0.5 }, 'SC-7: judges/aggregate/low 0.5 is not a whole number from 0 to 1000'],
    [{ rule: 'trimmedMean' }, 'SC-7: judges/aggregate/high is missing (a whole number from 0 to 1000)'],
    [{ rule: 'mean', high: 1 }, 'SC-6: judges/aggregate does not know "high"'],
    [
      { rule: 'mode' },
      'SC-6: judges/aggregate/rule "mode" is not one of mean, median, trimmedMean, rankPoints, zMean',
    ],
    [
      { rule: 'maxScaled' },
      'SC-6: judges/aggregate/rule "maxScaled" is not one of mean, median, trimmedMean, rankPoints, zMean',
    ],
    ['mean', 'SC-6: judges/aggregate is missing (one rule)'],
    [{ rule: 'zMean' }, 'SC-6: judges/aggregate zMean stands alone, not beside other parts'],
    [{ rule: 'rankPoints', points: [] }, 'SC-6: judges/aggregate/points are missing'],
    [{ rule: 'rankPoints', points: [3, -1] }, 'SC-6: judges/aggregate/points -1 is below 0'],
    [
      { rule: 'rankPoints', points: [1, 2] },
      'SC-6: judges/aggregate/points 2 is more than 1 for a better place',
    ],
    [
      { rule: 'rankPoints', points: [2.5] },
      'SC-6: judges/aggregate/points/#1 2.5 is not a whole number or a decimal string',
    ],
    [{ rule: 'rankPoints', points: ['3', '2.5', 1, 1] }, 'accepted'],
  ])('%j', (aggregate, message) => expect(withJudges({ aggregate })).toBe(message));

  test.each([
    [{ rankings: [...jury.rankings, ...jury.rankings] }, 'SC-6: jury/j1 is there twice'],
    [{ rankings: [{ judge: 'j1', order: ['a', 'b', 'a'] }] }, 'SC-6: jury/j1/a is there twice'],
    [{ rankings: [{ judge: 'j1', order: ['a', 'z'] }] }, 'SC-6: jury/j1/z is not an entry'],
    [{ rankings: [{ judge: 'j1', order: [['a', 'b']] }] }, 'SC-6: jury/j1/order/#1 a list is not an id'],
    [{ recused: [{ judge: 'j1', entry: 'a' }] }, 'SC-4: jury/j1/a is ranked by a recused judge'],
    [{ aggregate: { rule: 'mean' } }, 'SC-6: jury/aggregate/rule "mean" is not one of rankPoints'],
  ])('SC-6: rankings: %j', (more, message) => {
    expect(withJury({ ...more })).toContain(message);
  });

  test('SC-14: a chain must fit the parts that there are', () => {
    expect(withJury({})).toBe('SC-14: tieBreak criterion:content is not a criterion of any part');
  });
});

describe('SC-11, SC-12, SC-13: combining', () => {
  test.each([
    [{ votes: { z: 1 } }, 'SC-11: audience/votes/z is not an entry'],
    [{ votes: { a: -1 } }, 'SC-11: audience/votes/a -1 is not a whole number'],
    [{ votes: { a: 0.5 } }, 'SC-11: audience/votes/a 0.5 is not a whole number'],
    [{ votes: { a: '3' } }, 'SC-11: audience/votes/a "3" is not a whole number'],
    [{ votes: { a: 2 ** 53 } }, 'SC-11: audience/votes/a 9007199254740992 is not a whole number'],
    [{ votes: [] }, 'SC-11: audience/votes a list is not an object'],
    [{ scale: undefined }, 'SC-11: audience/scale is missing: the full marks of maxScaled'],
    [{ scale: '0' }, 'SC-11: audience/scale 0 is not above 0'],
    [{ scale: 10 }, 'SC-11: audience/scale 10 is not a decimal string'],
    [
      { aggregate: { rule: 'rankPoints', points: [1] } },
      'SC-11: audience/scale has no place beside rankPoints',
    ],
    [{ weight: 30 }, 'SC-11: weights sum to 90, not 100'],
    [{ weight: undefined }, 'SC-11: audience/weight is missing'],
    [{ weight: 40.5 }, 'SC-11: audience/weight 40.5 is not a whole number from 0 to 100'],
    [{ weight: -40 }, 'SC-11: audience/weight -40 is not a whole number from 0 to 100'],
  ])('SC-11: %j', (more, message) => expect(withAudience(more)).toContain(message));

  test('SC-12: a sum has no weights', () => {
    expect(withFile({ combine: 'sum' })).toBe('SC-12: judges/weight has no place in a sum');
  });

  test.each([
    [{ a: 'x' }, 'SC-13: p/figures/a "x" is not a decimal string'],
    [{ a: '142/15' }, 'SC-13: p/figures/a "142/15" is not a decimal string'],
    [{ z: '1' }, 'SC-13: p/figures/z is not an entry'],
    [['1'], 'SC-13: p/figures a list is not an object'],
  ])('SC-13: figures %j', (figures, message) => {
    expect(withFile({ combine: 'sum', parts: [{ id: 'p', figures }] })).toContain(message);
  });
});

describe('SC-9, SC-14, SC-16: after combining', () => {
  test.each([
    [{ penalties: [{ entry: 'z', points: '1' }] }, 'SC-9: penalties/z is not an entry'],
    [{ penalties: [{ entry: 'a', points: '-1' }] }, 'SC-9: penalties/a -1 is below 0'],
    [{ penalties: [{ entry: 'a', points: 1 }] }, 'SC-9: penalties/a/points 1 is not a decimal string'],
    [{ disqualified: [{ entry: 'z', reason: 'r' }] }, 'SC-16: disqualified/z is not an entry'],
    [{ disqualified: [{ entry: 'a', reason: ' ' }] }, 'SC-16: disqualified/a has no reason'],
    [{ disqualified: [{ entry: 'a' }] }, 'SC-16: disqualified/a/reason is missing'],
    [
      { disqualified: ['r', 's'].map((reason) => ({ entry: 'a', reason })) },
      'SC-16: disqualified/a is there twice',
    ],
    [{ tieBreak: ['exact', 'coin'] }, 'SC-14: tieBreak "coin" is not a step'],
    [{ tieBreak: ['criterion'] }, 'SC-14: tieBreak "criterion" is not a step'],
    [{ tieBreak: ['criterion:x'] }, 'SC-14: tieBreak criterion:x is not a criterion of any part'],
    [{ tieBreak: ['shared', 'audience'] }, 'SC-14: tieBreak shared is not the last step'],
    [{ tieBreak: 'exact' }, 'SC-14: tieBreak "exact" is not a list'],
    [{ tieBreakJudge: ['z'] }, 'SC-14: tieBreakJudge/z is not an entry'],
    [{ tieBreakJudge: ['a', 'a'] }, 'SC-14: tieBreakJudge/a is there twice'],
    [{ headJudge: { order: ['z'], reason: 'r' } }, 'SC-14: headJudge/order/z is not an entry'],
    [{ headJudge: { order: ['a', 'a'], reason: 'r' } }, 'SC-14: headJudge/order/a is there twice'],
    [{ headJudge: { order: ['a'] } }, 'SC-14: headJudge/reason is missing for the decision'],
  ])('%j', (more, message) => expect(withFile(more)).toContain(message));

  test('SC-14: a criterion that two parts have could mean either', () => {
    const parts = ['x', 'y'].map((id) => ({ ...judges, id, weight: 50 }));
    expect(withFile({ parts })).toBe(
      'SC-14: tieBreak criterion:content could mean x and y: give the criteria different ids',
    );
  });

  test('a refusal is one line, however it is provoked', () => {
    const message = withJudges({
      scorecards: [{ ...card, values: { ['x\n\u001b[2J\u2028'.repeat(200)]: '9', content: '9' } }],
    });
    expect(message).toMatch(/^SC-1: judges\/j1\/a\/x /);
    expect(message).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(message.length).toBeLessThan(500);
  });
});
