import {
  EMBED_COLOURS,
  EMBED_FEATURES,
  EMBED_LENGTHS,
  EMBED_THEMES,
  EMBED_VERSION,
  type EmbedCommands,
  type EmbedFeature,
  type EmbedToken,
  type EmbedTokens,
  type Looks,
} from '#shared/protocol/embed.ts';

export type Command = { [T in keyof EmbedCommands]: { type: T } & EmbedCommands[T] }[keyof EmbedCommands];

const MAX_TOKEN = 1_024;
const COLOUR =
  /^(?:#[\da-f]{3,8}|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\d\s.,%/+-]{1,60}(?:deg|turn|rad)?[\d\s.,%/+-]{0,60}\)|[a-z]{3,24})$/i;
const LENGTH = /^\d{1,2}(?:\.\d{1,2})?px$/;

/** What an embedding page sent, as far as it is a command in due form; null for everything else, whatever it is. */
export function readCommand(data: unknown): Command | null {
  const said = asRecord(asRecord(data)?.['xinli']);
  if (said?.['v'] !== EMBED_VERSION) return null;
  switch (said['type']) {
    case 'hello': {
      const { muted } = said;
      return {
        type: 'hello',
        ...looksIn(said),
        ...optional('lang', langIn(said['lang'])),
        ...optional('features', featuresIn(said['features'])),
        ...optional('token', tokenIn(said['token'])),
        ...(typeof muted === 'boolean' && { muted }),
      };
    }
    case 'setTheme':
      return { type: 'setTheme', ...looksIn(said) };
    case 'setLang': {
      const lang = langIn(said['lang']);
      return lang === null ? null : { type: 'setLang', lang };
    }
    case 'setToken': {
      const token = tokenIn(said['token']);
      return token === null ? null : { type: 'setToken', token };
    }
    case 'setFeatures':
      return { type: 'setFeatures', features: featuresIn(said['features']) ?? EMBED_FEATURES };
    case 'open':
      return { type: 'open' };
    case 'close':
      return { type: 'close' };
    case 'mute':
      return { type: 'mute', muted: said['muted'] !== false };
    default:
      return null;
  }
}

/** Names that are known; null when nothing usable was named, which means everything. */
export function featuresIn(value: unknown): readonly EmbedFeature[] | null {
  const named: unknown = isShort(value) ? value.split(/[\s,]+/) : value;
  if (!Array.isArray(named) || named.length > 20) return null;
  const known = EMBED_FEATURES.filter((feature) => named.includes(feature));
  return known.length > 0 ? known : null;
}

function looksIn({ theme, tokens }: Record<string, unknown>): Looks {
  const wish = EMBED_THEMES.find((one) => one === theme);
  return { ...(wish && { theme: wish }), tokens: tokensIn(asRecord(tokens) ?? {}) };
}

/** Values alone: nothing that could load, refer to or reach anything. */
function tokensIn(given: Record<string, unknown>): EmbedTokens {
  const tokens: EmbedTokens = {};
  const take = (names: readonly string[], shape: RegExp): void => {
    for (const name of names) {
      const value = given[`--xl-${name}`];
      if (isShort(value) && shape.test(value)) tokens[`--xl-${name}` as EmbedToken] = value;
    }
  };
  take(EMBED_COLOURS, COLOUR);
  take(EMBED_LENGTHS, LENGTH);
  return tokens;
}

const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 80;

const langIn = (value: unknown): string | null =>
  isShort(value) && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(value) ? value : null;

const tokenIn = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= MAX_TOKEN && /^[\x21-\x7e]+$/.test(value) ? value : null;

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

const optional = <K extends string, V>(name: K, value: V | null): { [N in K]?: V } =>
  (value === null ? {} : { [name]: value }) as { [N in K]?: V };
