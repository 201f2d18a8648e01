import { msg } from '@lingui/core/macro';

/** What stands between names that are listed, in the reader's language. */
export const COMMA = msg`、`;
/** What stands between two sentences on one line. */
export const SEMICOLON = msg`；`;
