/**
 * Every number a client may need to know, without a schema in sight: importing this file costs a browser nothing.
 * Defaults and ranges: docs/protocol.md, "Limits".
 */
export const LIMITS = {
  /** Largest WebSocket message and HTTP body the server reads, in bytes. */
  messageBytes: 16_384,
  /** Deepest nesting of a command's input. */
  inputDepth: 4,
  slugLength: 40,
  titleLength: 80,
  summaryLength: 400,
  urlLength: 1_000,
  /** Sites that may embed an event, and how long one may be written. */
  embedOrigins: 50,
  originLength: 200,
  nicknameGraphemes: { min: 2, max: 20 },
  /** Longest comment an organiser may allow, in graphemes (what a person counts as characters). */
  commentGraphemes: 200,
  commentUnits: 1_000,
  questionLength: 120,
  optionLength: 55,
  options: { min: 2, max: 20 },
  pollsPerEvent: 200,
  rundownItems: 100,
  wordsPerList: 5_000,
  wordLength: 40,
  /** Comments shown last that a change of the list is tried on. */
  wordsTriedOn: 200,
  announcementLength: 200,
  /** Screens of one event beside the main one, and links for screens that are good at a time. */
  screens: 8,
  screenLinks: 20,
  /** Longest a comment waits in `delay` mode before it is shown, in seconds. */
  delaySeconds: 6,
  /** Waiting comments one moderator may have in hand. */
  claimedComments: 20,
  /** What a step of the rundown may set off. */
  cuesPerItem: 4,
  /** The last acts of the desk that everybody at it sees. */
  deskActs: 40,
  reasonLength: 200,
  /** A contest: its people, its rounds, and what a round may hold. */
  contestants: 200,
  judges: 30,
  rounds: 12,
  criteria: 12,
  awards: 12,
  personName: 40,
  organisation: 60,
  introduction: 400,
  /** Figures are whole thousandths; none is larger than this (1,000 points). */
  thousandths: 1_000_000,
  /** Entries on one ballot, as a ballot is a bit per entry. */
  ballotEntries: 20,
  voteDays: 31,
  /** Groups of voters, such as districts, each with votes of its own. */
  voteGroups: 20,
  revealSteps: 300,
  photoBytes: 2_097_152,
  /** Taps one reaction batch may carry. */
  reactionCount: 50,
  /** Of one's own comments, asked after at once. */
  ownComments: 50,
  /** Comments a snapshot holds. */
  snapshotComments: 50,
  /** Held comments a staff snapshot holds; the rest stay in the store and are listed on demand. */
  heldComments: 200,
  /** What a deflated frame may refer back to. */
  dictionaryBytes: 16_384,
} as const;

/** What a new event starts with. */
export const DEFAULTS = {
  commentMaxLength: 100,
  displayPerSecond: 30,
  slowModeSeconds: 0,
  delaySeconds: 2,
  /** Comments one viewer may post: `burst` at once, then one each `intervalMs` (5 per 30 s). */
  commentPace: { intervalMs: 6_000, burst: 2 },
} as const;

export const ROLES = [
  'viewer',
  'judge',
  'headJudge',
  'scrutineer',
  'timekeeper',
  'moderator',
  'host',
  'screen',
  'admin',
] as const;

/** Who hears: every connection hears exactly one of these. */
export const AUDIENCES = ['public', 'jury', 'staff'] as const;

/** What lies over somebody's video, each a page of its own. */
export const OVERLAYS = ['counter', 'lower-third', 'danmaku', 'ticker', 'poll', 'alert'] as const;

export const REACTION_KINDS = ['like', 'heart', 'flower', 'applause', 'fire'] as const;
