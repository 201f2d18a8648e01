import type { Photos } from '../lib/photos.ts';
import { type PictureSize, pictureSizeOf } from '../lib/picture-size.ts';

/** As many events as people look at in a day; the oldest is read again. */
const KEPT = 500;

/** Photos' sizes, each read once: what lies under a hash never changes. Null where it tells none or cannot be read now. */
export function createSizeOf(photos: Photos): (photo: string) => Promise<PictureSize | null> {
  const sizes = new Map<string, Promise<PictureSize | null>>();
  const read = async (photo: string): Promise<PictureSize | null> => {
    try {
      const bytes = await photos.get(photo);
      if (bytes !== null) return pictureSizeOf(bytes);
    } catch {
      // A page is not held up for the size of its picture.
    }
    sizes.delete(photo); // it may be there the next time
    return null;
  };
  return (photo) => {
    const known = sizes.get(photo);
    if (known !== undefined) return known;
    const size = read(photo);
    sizes.set(photo, size);
    const [oldest] = sizes.keys();
    if (sizes.size > KEPT && oldest !== undefined) sizes.delete(oldest);
    return size;
  };
}
