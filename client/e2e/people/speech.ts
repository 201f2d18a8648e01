import type { ContestantId, JudgeId, RoundId } from '#shared/model/ids.ts';
import { CriterionId } from '#shared/model/ids.ts';
import type { RevealStep } from '#shared/model/reveal.ts';
import type { Values } from '#shared/model/scorecard.ts';
import type { RawInput } from '#shared/protocol/commands.ts';
import type { Language } from './room.ts';
import { SPEECHES, type SpeechWords } from './speech-words.ts';
import { type Engine, type Show, startShow } from '../harness/show.ts';

/** A speech contest: its people, and what every judge has made up their mind to give. */
export type Speech = Show & {
  title: string;
  language: Language;
  words: SpeechWords;
  contestants: readonly { id: ContestantId; name: string }[];
  judges: readonly { id: JudgeId; name: string }[];
  /** Plans a round of all contestants and judges, and opens it; the hash its cards are filled in under. */
  openRound(title: string, more: Omit<RawInput<'round:rules'>, 'roundId'>): Promise<OpenRound>;
};
export type OpenRound = { id: RoundId; title: string; ruleHash: string };

export const SCORE = CriterionId.parse('score');
export const points = (thousandths: number): Values => ({ [SCORE]: thousandths });

export async function startSpeech(
  engine: Engine = 'embedded',
  language: Language = 'zh-CN',
): Promise<Speech> {
  await using starting = new AsyncDisposableStack();
  const show = starting.use(await startShow(engine, 'speech', SPEECHES[language].host));
  const { run } = show;
  const words = SPEECHES[language];
  const { title } = words;
  await run('event:create', { slug: 'speech', title: words.event, status: 'live' });
  await run('contest:setup', { title });
  const rows = words.contestants.map(([name, organisation]) => `${name}\t${organisation}`);
  const { contestants } = await run('contestant:import', { text: [words.columns, ...rows].join('\n') });
  const seated: Speech['judges'][number][] = [];
  for (const [index, name] of words.judges.entries()) {
    const input = { name, organisation: words.jury, isHead: index === 0 };
    seated.push(await run('judge:put', input));
  }
  const started = starting.move();
  return {
    ...show,
    title,
    language,
    words,
    contestants,
    judges: seated,
    async openRound(name, rules) {
      const { id } = await run('round:put', {
        title: name,
        preset: 'speech',
        entries: contestants.map((one, index) => ({
          id: one.id,
          title: words.contestants[index]?.[2] ?? '',
        })),
        panel: seated.map((judge) => judge.id),
      });
      await run('round:rules', { roundId: id, ...rules });
      const { ruleHash } = await run('round:open', { roundId: id });
      return { id, title: name, ruleHash };
    },
    [Symbol.asyncDispose]: () => started.disposeAsync(),
  };
}

/** Every kind of step there is: one contestant's scores, what the audience gave, the podium, the board, the awards. */
export const wholeReveal = ({ judges }: Speech, entryId: ContestantId): RevealStep[] => [
  { show: 'entry', entryId },
  ...judges.map((_, index): RevealStep => ({ show: 'judge', entryId, nth: index + 1 })),
  { show: 'strike', entryId },
  { show: 'figure', entryId },
  { show: 'audience' },
  { show: 'place', rank: 3 },
  { show: 'place', rank: 2 },
  { show: 'place', rank: 1 },
  { show: 'board' },
  { show: 'awards' },
];
