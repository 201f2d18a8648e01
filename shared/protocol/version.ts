/**
 * Raised with every change to the tables that an older client or server could trip over.
 * server/lib/protocol-reference.test.ts keeps the fingerprint of the tables, so a change cannot go unnoticed.
 */
export const PROTOCOL_VERSION = 2;

/** Raised with every change to the dictionary of shared/rules/deflated.ts: who asks for another form is sent text. */
export const DEFLATE_FORM = 1;
