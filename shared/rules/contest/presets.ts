import type { VoteSettings } from '../../model/contest.ts';
import { Criterion, RuleSet } from '../../model/ruleset.ts';
import type { PresetName } from './preset-names.ts';

/** Criteria and a rule set that are ready to use, to be changed at will before the round opens. */
export type Preset = { criteria: Criterion[]; rules: RuleSet; vote: VoteSettings };

const once: VoteSettings = {
  perViewer: 1,
  period: 'once',
  results: 'hidden',
  changeable: false,
  groups: [],
};
const criterion = (id: string, zh: string, en: string, max: number, step: number): Criterion =>
  Criterion.parse({ id, name: { zh, en }, min: 0, max, step });
const award = (zh: string, en: string, places: number | null, by: 'rank' | 'audience' = 'rank') => ({
  name: { zh, en },
  by,
  places,
});

const EUROVISION = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1];

export const presets: Record<PresetName, Preset> = {
  /** 演讲比赛: ten points to two decimals, one highest and one lowest dropped, 60 % judges and 40 % audience. */
  speech: {
    criteria: [criterion('score', '得分', 'Score', 10_000, 10)],
    rules: RuleSet.parse({
      judges: { weight: 60, aggregate: { rule: 'trimmedMean', high: 1, low: 1, minJudges: 5 } },
      audience: { weight: 40, aggregate: { rule: 'maxScaled', scale: 10_000 } },
      time: {
        maxSeconds: 480,
        graceSeconds: 10,
        over: [
          { fromSeconds: 0, points: 200 },
          { fromSeconds: 30, points: 500 },
        ],
      },
      awards: [
        award('一等奖', 'First prize', 1),
        award('二等奖', 'Second prize', 2),
        award('三等奖', 'Third prize', 3),
        award('优秀奖', 'Merit award', null),
        award('最佳人气奖', 'Audience award', 1, 'audience'),
      ],
    }),
    vote: once,
  },
  /** Points by places, 12 to 1, from each judge and as a set of their own from the audience (SC-12). */
  points: {
    criteria: [criterion('score', '得分', 'Score', 100_000, 1_000)],
    rules: RuleSet.parse({
      decimals: 1,
      combine: 'sum',
      judges: { aggregate: { rule: 'rankPoints', points: EUROVISION } },
      audience: { aggregate: { rule: 'rankPoints', points: EUROVISION } },
      tieBreak: ['exact', 'audience', 'headJudge', 'shared'],
      awards: [award('冠军', 'Winner', 1), award('亚军', 'Second place', 1), award('季军', 'Third place', 1)],
    }),
    vote: { ...once, perViewer: 3 },
  },
  /** 百分制: four criteria that add up to a hundred, the plain mean over the judges. */
  mean100: {
    criteria: [
      criterion('content', '内容', 'Content', 40_000, 500),
      criterion('delivery', '表达', 'Delivery', 30_000, 500),
      criterion('presence', '台风', 'Presence', 20_000, 500),
      criterion('effect', '效果', 'Effect', 10_000, 500),
    ],
    rules: RuleSet.parse({
      judges: { aggregate: { rule: 'mean' } },
      tieBreak: ['exact', 'criterion:content', 'headToHead', 'tieBreakJudge', 'headJudge', 'shared'],
      awards: [
        award('一等奖', 'First prize', 1),
        award('二等奖', 'Second prize', 2),
        award('三等奖', 'Third prize', 3),
        award('优秀奖', 'Merit award', null),
      ],
    }),
    vote: once,
  },
};
