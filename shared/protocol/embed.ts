/**
 * What an embedding page and the frame in it say to each other by `postMessage`: `{ xinli: { v: 1, type, … } }`.
 * The frame says `hello`, the page answers with `hello`, and once the event is there the frame says `ready`.
 * docs/embed.md tells it to people.
 */
export const EMBED_VERSION = 1;

export const EMBED_LAYOUTS = ['side', 'below', 'overlay', 'bar'] as const;
export type EmbedLayout = (typeof EMBED_LAYOUTS)[number];

export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** What the widget shows; all of it unless some are named. */
export const EMBED_FEATURES = ['comments', 'reactions', 'polls', 'contest', 'counter'] as const;
export type EmbedFeature = (typeof EMBED_FEATURES)[number];

/** Looks that an embedding page may change, by value, as `--xl-…`: colours, and the radius of corners. */
export const EMBED_COLOURS = [
  'bg',
  'surface',
  'raised',
  'line',
  'ink',
  'muted',
  'accent',
  'accent-ink',
  'gold',
  'gold-ink',
  'jade',
  'jade-ink',
  'rose',
] as const;
export const EMBED_LENGTHS = ['radius'] as const;
export type EmbedToken = `--xl-${(typeof EMBED_COLOURS | typeof EMBED_LENGTHS)[number]}`;
export type EmbedTokens = Partial<Record<EmbedToken, string>>;

export type Looks = { theme?: EmbedTheme; tokens?: EmbedTokens };

/** From the page to the frame. None of them acts for the viewer: they only change what the viewer sees. */
export type EmbedCommands = {
  hello: Looks & { lang?: string; features?: readonly EmbedFeature[]; token?: string; muted?: boolean };
  setTheme: Looks;
  setLang: { lang: string };
  /** A viewer's token, minted for the person the page knows. */
  setToken: { token: string };
  setFeatures: { features: readonly EmbedFeature[] };
  open: object;
  close: object;
  /** Without danmaku and without a count of what is new. */
  mute: { muted?: boolean };
};

export type EmbedProblem =
  /** This site is not on the event's list. */
  | 'ORIGIN'
  | 'NOT_FOUND'
  /** The token is not valid (any more): send another one by `setToken`. */
  | 'TOKEN'
  | 'REFUSED'
  /** The page sent something that is no command. */
  | 'MESSAGE'
  /** Nothing came from the server (said by the loader, not by the frame). */
  | 'NO_ANSWER';

/** From the frame to the page. */
export type EmbedEvents = {
  hello: object;
  ready: { event: string; title: string; status: string };
  /** How high the content is, in CSS pixels, where the layout grows with it. */
  resize: { height: number };
  connection: { status: string };
  comment: { id: string; name: string; text: string; at: number; own: boolean };
  poll: { pollId: string; question: string; status: string };
  /** A ballot of this viewer counted. What was chosen is nobody else's business. */
  vote: { pollId: string };
  error: { code: EmbedProblem; message: string };
  unread: { count: number };
  'token-expiring': { expiresAt: number };
};
