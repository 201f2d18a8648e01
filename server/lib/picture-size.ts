import { photoTypeOf } from './photos.ts';

export type PictureSize = { width: number; height: number };

/**
 * How many pixels a picture says it has, read out of its header; null where the header is cut off or says nonsense.
 * Reads only, never decodes. A JPEG that a camera turned by EXIF is told as it is stored.
 */
export function pictureSizeOf(bytes: Buffer): PictureSize | null {
  const type = photoTypeOf(bytes);
  const size = type === null ? null : READERS[type](bytes);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

const READERS = { 'image/png': sizeOfPng, 'image/jpeg': sizeOfJpeg, 'image/webp': sizeOfWebp };

/** PNG, section 11.2.2: the first chunk is IHDR, and begins with both as 31 bits. */
function sizeOfPng(bytes: Buffer): PictureSize | null {
  if (bytes.length < 24 || nameAt(bytes, 12) !== 'IHDR') return null;
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  return Math.max(size.width, size.height) < 2 ** 31 ? size : null;
}

/** ITU-T T.81, annex B: segments of a marker and a length, until the one that begins a frame. */
function sizeOfJpeg(bytes: Buffer): PictureSize | null {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (beginsFrame(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return null;
    if (marker === FILL) at += 1;
    else if (standsAlone(marker)) at += 2;
    else {
      const length = bytes.readUInt16BE(at + 2);
      if (length < 2) return null;
      at += 2 + length;
    }
  }
  return null;
}

const [END_OF_IMAGE, START_OF_SCAN, FILL] = [0xd9, 0xda, 0xff];
/** SOF0–15 without the three of that row that are tables. */
const beginsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** RFC 9649: what the first chunk is says where its canvas is. */
function sizeOfWebp(bytes: Buffer): PictureSize | null {
  if (bytes.length < 30) return null;
  switch (nameAt(bytes, 12)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return null;
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return null;
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

const nameAt = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 4);
