import type { Contest, Round } from '#shared/model/contest.ts';
import type { Shown } from '#shared/model/reveal.ts';
import { presets } from '#shared/rules/contest/presets.ts';

const PEOPLE = ['陈晓岚', '黄志远', '林嘉欣', '欧阳明月'];
const JUDGES = ['刘建国', '孙玉梅', '何静', '马骏', '徐蔚然'];

/** A round of four entries (e1 to e4) and five judges (j1 to j5), open, by the speech preset. */
export const round = (change: Partial<Round> = {}): Round =>
  ({
    id: 'r1',
    title: '决赛',
    entries: PEOPLE.map((_, index) => ({ id: `e${index + 1}`, title: index === 0 ? '我在深圳这些年' : '' })),
    panel: JUDGES.map((_, index) => `j${index + 1}`),
    ...presets.speech,
    status: 'open',
    ruleHash: '5f5f4db66063d8bd'.repeat(4),
    voting: null,
    ruling: null,
    progress: {},
    disqualified: [],
    script: [],
    shown: [],
    results: null,
    votes: null,
    awards: [],
    ...change,
  }) as Round;

export const contest = (of: Round, change: Partial<Contest> = {}): Contest =>
  ({
    title: '“新力之声”演讲比赛',
    judgesShown: 'names',
    signer: '80c6-4adb-c53c-37d5-0510',
    contestants: PEOPLE.map((name, index) => ({
      id: `e${index + 1}`,
      name,
      organisation: '福田区',
      introduction: '',
      photo: null,
      status: 'competing',
    })),
    judges: JUDGES.map((name, index) => ({
      id: `j${index + 1}`,
      name,
      organisation: '',
      isHead: false,
      isTieBreak: false,
    })),
    rounds: [of],
    current: null,
    latest: { roundId: of.id, what: 'shown' },
    stopwatch: null,
    desk: { conflicts: [], devices: [], refusedPairings: [] },
    ...change,
  }) as Contest;

export const steps = (...shown: object[]): Shown[] => shown as Shown[];

/** Five scores of an entry, in the order of the panel. */
export const judged = (entryId: string, scores: (string | null)[]): object[] =>
  scores.map((score, index) => ({ show: 'judge', entryId, judge: `j${index + 1}`, score }));

export const figure = (entryId: string, judges: string | null, total: string | null = judges): object => ({
  show: 'figure',
  entryId,
  judges,
  penalty: null,
  figure: total,
});
