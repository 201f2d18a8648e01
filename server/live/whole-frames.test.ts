import * as ws from 'ws';
import { describe, expect, test } from 'vitest';
import { textFrame } from './whole-frames.ts';

/** What a `ws` client reads with; its types do not name it. */
type Reader = { on(name: 'message', listener: (data: Buffer) => void): void; write(bytes: Buffer): void };
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Reader };

describe('a text frame in one piece', () => {
  test.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])('%i bytes are read back by ws', (length) => {
    const text = 'x'.repeat(length);
    const receiver = new Receiver({ isServer: false });
    const read: string[] = [];
    receiver.on('message', (data: Buffer) => read.push(data.toString()));
    receiver.write(textFrame(text));
    expect(read).toEqual([text]);
  });

  test('its length is counted in bytes', () => {
    expect(textFrame('新力')).toEqual(Buffer.concat([Buffer.from([0x81, 6]), Buffer.from('新力')]));
  });
});
