import { describe, expect, it } from 'vitest';
import { readOrder } from './order.ts';

const people = [
  { id: 'a', name: '张三' },
  { id: 'b', name: '李四' },
  { id: 'c', name: '王五' },
];

describe('an order drawn by hand', () => {
  it('reads names, a line each, with or without numbers', () => {
    expect(readOrder('3. 王五\n\n李四\r\n1、张三', people)).toEqual({ order: ['c', 'b', 'a'] });
  });

  it('names who is unknown, twice there, or missing', () => {
    expect(readOrder('赵六', people)).toEqual({ problem: 'unknown', name: '赵六' });
    expect(readOrder('张三\n张三', people)).toEqual({ problem: 'twice', name: '张三' });
    expect(readOrder('张三\n李四', people)).toEqual({ problem: 'missing', name: '王五' });
  });

  it('takes namesakes in the order in which they stood', () => {
    const namesakes = [...people, { id: 'd', name: '张三' }];
    expect(readOrder('张三\n王五\n张三\n李四', namesakes)).toEqual({ order: ['a', 'c', 'd', 'b'] });
  });
});
