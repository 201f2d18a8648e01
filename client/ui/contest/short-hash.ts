/** The first 64 bits of a hash in groups of four: enough to compare by eye with the whole of it on the certificate. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
