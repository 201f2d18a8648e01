import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { pictureSizeOf } from './picture-size.ts';

const hex = (...parts: string[]): Buffer => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');

const PNG = hex('89504e470d0a1a0a', '0000000d 49484452', '000004b0 00000276', '0802000000', '00000000');
const JPEG = hex('ffd8', 'ffe0 0004 4a46', 'ffff c4 0002', 'ffc2 0011 08 0276 04b0 03', '00'.repeat(9));
const LOSSY = hex('52494646 00000000 57454250', '56503820 00000000', '000000 9d012a b0c4 7602');
const LOSSLESS = hex('52494646 00000000 57454250', '5650384c 00000000', '2f af449d00', '00'.repeat(5));
const EXTENDED = hex('52494646 00000000 57454250', '56503858 0a000000', '00000000', 'af0400 750200');

describe('how large a picture is', () => {
  test.each([
    ['PNG', PNG],
    ['JPEG, progressive, after other segments and fill bytes', JPEG],
    ['WebP, lossy, with a scale', LOSSY],
    ['WebP, lossless', LOSSLESS],
    ['WebP, extended', EXTENDED],
  ])('%s', (_kind, bytes) => {
    expect(pictureSizeOf(bytes)).toEqual({ width: 1200, height: 630 });
  });

  test('the shipped picture has the size it is given out with', async () => {
    const bytes = await readFile(new URL('../http/share.jpg', import.meta.url));
    expect(pictureSizeOf(bytes)).toEqual({ width: 1200, height: 630 });
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('<svg width="9" height="9"/>')],
    ['PNG, no width', hex('89504e470d0a1a0a', '0000000d 49484452', '00000000 00000276')],
    ['PNG, 32 bits wide', hex('89504e470d0a1a0a', '0000000d 49484452', 'ffffffff 00000276')],
    ['PNG, another chunk first', hex('89504e470d0a1a0a', '0000000d 74455874', '000004b0 00000276')],
    ['JPEG, a segment of no length, for ever', hex('ffd8', 'ffe0 0000', 'ffc0 0011 08 0276 04b0 03')],
    ['JPEG, a segment longer than the file', hex('ffd8', 'ffe0 ffff', 'ffc0 0011 08 0276 04b0 03')],
    ['JPEG, a scan before any frame', hex('ffd8', 'ffda 0002', 'ffc0 0011 08 0276 04b0 03')],
    ['JPEG, bytes where a marker should be', hex('ffd8', '00e0 0002', 'ffc0 0011 08 0276 04b0 03')],
    ['JPEG, height said later', hex('ffd8', 'ffc0 0011 08 0000 04b0 03')],
    ['JPEG, fill to the end', Buffer.concat([hex('ffd8'), Buffer.alloc(2_000_000, 0xff)])],
    [
      'WebP, no start code',
      hex('52494646 00000000 57454250', '56503820 00000000', '000000 000000 b004 7602'),
    ],
    ['WebP, unknown chunk', hex('52494646 00000000 57454250', '41424344', '00'.repeat(20))],
  ])('%s: unknown', (_kind, bytes) => {
    expect(pictureSizeOf(bytes)).toBeNull();
  });

  test.each([
    ['PNG', PNG, 24],
    ['JPEG', JPEG, 22],
    ['WebP', LOSSY, 30],
    ['WebP', LOSSLESS, 30],
    ['WebP', EXTENDED, 30],
  ])('%s, cut off anywhere in its header: unknown', (_kind, bytes, headerLength) => {
    for (let length = 0; length < headerLength; length += 1)
      expect([length, pictureSizeOf(bytes.subarray(0, length))]).toEqual([length, null]);
    expect(pictureSizeOf(bytes.subarray(0, headerLength))).not.toBeNull();
  });
});
