/** The first Node 24 without the hole in Brotli decoding (CVE-2026-111497). */
const REPAIRED = [24, 22, 1] as const;

/**
 * What is wrong with the Node.js this runs on; null when nothing is known to be. A warning, never a refusal: no
 * request body is ever inflated here (`inflate: false`), so the hole is out of reach, but whatever else runs on the
 * same Node may reach it.
 */
export function inspectNode(version: string): string | null {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const difference = major - REPAIRED[0] || minor - REPAIRED[1] || patch - REPAIRED[2];
  return difference >= 0
    ? null
    : `Node.js ${version} has a hole in Brotli decoding (CVE-2026-111497), repaired in ${REPAIRED.join('.')}; nothing is decoded here, but serve the public from a newer one`;
}
