/**
 * Raised with every change to the tables that an older client or server could trip over.
 * server/lib/protocol-reference.test.ts keeps the fingerprint of the tables, so a change cannot go unnoticed.
 */
export const PROTOCOL_VERSION = 2;
