import { Tabulation } from '../../model/tabulation.ts';
import { refuse, type Rule } from './refusal.ts';
import { parseStrictly } from './strict-json.ts';

type Path = readonly PropertyKey[];

/** The rule that each member of the file, and of a part, comes from. */
const RULES: Record<string, Rule> = {
  decimals: 'SC-14',
  entries: 'SC-1',
  combine: 'SC-11',
  penalties: 'SC-9',
  disqualified: 'SC-16',
  tieBreak: 'SC-14',
  tieBreakJudge: 'SC-14',
  headJudge: 'SC-14',
};
const PART_RULES: Record<string, Rule> = {
  id: 'SC-1',
  weight: 'SC-11',
  criteria: 'SC-1',
  aggregate: 'SC-6',
  scorecards: 'SC-2',
  recused: 'SC-4',
  rankings: 'SC-6',
  votes: 'SC-11',
  scale: 'SC-11',
  figures: 'SC-13',
};

/** Reads a tabulation file. Throws a Refusal that names the rule, the place and what is wrong with it. */
export function readTabulation(text: string): Tabulation {
  const raw = parseStrictly(text);
  const read = Tabulation.safeParse(raw);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path ?? [];
  return refuse(ruleOf(path), `${placeOf(raw, path)} ${issue?.message}`);
}

function ruleOf([first, , member, third, fourth]: Path): Rule {
  if (first !== 'parts') return RULES[String(first)] ?? 'SC-19';
  if (member === 'aggregate' && /^(?:high|low|minJudges)$/.test(String(third))) return 'SC-7';
  if (member === 'scorecards' && fourth === 'values') return 'SC-1';
  return PART_RULES[String(member)] ?? 'SC-19';
}

/** Words of a path that ids make superfluous, by depth. */
const FRAMES: Record<number, RegExp> = { 0: /^parts$/, 2: /^(?:scorecards|rankings)$/, 4: /^values$/ };

/** `judges/j1/a/content` rather than `parts/0/scorecards/3/values/content`: the ids are what a person looks for. */
function placeOf(raw: unknown, path: Path): string {
  let here = raw;
  const words = path.map((key) => {
    here = isObject(here) ? here[key] : undefined;
    return typeof key === 'number' ? nameOf(here, key) : String(key);
  });
  const isFrame = (word: string, depth: number): boolean =>
    path[0] === 'parts' && depth < path.length - 1 && FRAMES[depth]?.test(word) === true;
  return words.filter((word, depth) => !isFrame(word, depth)).join('/') || 'the file';
}

/** What an item of a list is called in its file, or its number, counted from 1. */
function nameOf(item: unknown, index: number): string {
  const ids = isObject(item) ? [item['id'], item['judge'], item['entry']] : [];
  return ids.filter((id) => typeof id === 'string').join('/') || `#${index + 1}`;
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;
