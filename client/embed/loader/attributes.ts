export const ATTRIBUTES: readonly string[] = [
  'event',
  'server',
  'lang',
  'theme',
  'layout',
  'features',
  'height',
  'loading',
  'token',
  'target',
];

/** What any element may have, and what frameworks put on theirs. */
const COMMON = /-|^(?:id|class|style|title|hidden|slot|dir|role|part|tabindex)$/;

export const isKnown = (name: string): boolean => ATTRIBUTES.includes(name) || COMMON.test(name);

export const warn = (name: string): void => {
  // oxlint-disable-next-line no-console
  console.warn(`<xinli-live>: unknown attribute "${name}". Known: ${ATTRIBUTES.join(', ')}.`);
};
