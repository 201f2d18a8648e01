import { LIMITS } from '#shared/limits.ts';

export type PhotoProblem = 'kind' | 'size' | 'network';

const KINDS = ['image/jpeg', 'image/png', 'image/webp'];

/** What is wrong with a file before it is sent at all. */
export function photoProblem({ type, size }: Pick<Blob, 'type' | 'size'>): PhotoProblem | null {
  if (!KINDS.includes(type)) return 'kind';
  return size > LIMITS.photoBytes ? 'size' : null;
}

const problemOf = (status: number): PhotoProblem =>
  status === 413 ? 'size' : status === 400 || status === 415 ? 'kind' : 'network';

/** Uploads a photo; it goes by the hash of its bytes from then on. */
export async function sendPhoto(
  slug: string,
  key: string,
  file: Blob,
): Promise<{ photo: string } | { problem: PhotoProblem }> {
  try {
    const response = await fetch(`/api/v1/events/${slug}/photos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': file.type },
      body: file,
    });
    if (!response.ok) return { problem: problemOf(response.status) };
    const { photo } = (await response.json()) as { photo: string };
    return { photo };
  } catch {
    // No network, or cut off half-way.
    return { problem: 'network' };
  }
}
