import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RevealStep } from '#shared/model/reveal.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { contestantName } from '../parts/names.ts';
import { everyEntry, finale, judgeByJudge, podium, type ScriptProblem } from './patterns.ts';

type Props = {
  contest: Contest;
  round: Round;
  problemWith: (steps: readonly RevealStep[]) => ScriptProblem | null;
  onAdd: (steps: RevealStep[]) => void;
};

/** Orders that are ready to use; each is added at the end. */
export function PatternButtons({ contest, round, problemWith, onAdd }: Props) {
  const { t } = useLingui();
  const { current } = contest;
  const called = current?.roundId === round.id ? current.entryId : null;
  const [chosen, setChosen] = useState<Round['entries'][number]['id'] | null>(null);
  const entryId = chosen ?? called ?? round.entries[0]?.id ?? null;
  const [problem, setProblem] = useState<ScriptProblem | null>(null);
  const add = (steps: RevealStep[]): void => {
    const wrong = problemWith(steps);
    setProblem(wrong);
    if (wrong === null) onAdd(steps);
  };
  const pattern = (words: ReactNode, make: () => RevealStep[]): ReactNode => (
    <Button size="small" onClick={() => add(make())}>
      {words}
    </Button>
  );
  return (
    <div className={common.tight}>
      {round.rules.judges !== null && entryId !== null && (
        <div className={common.row}>
          <Select
            label={t`逐位亮分`}
            value={entryId}
            options={round.entries.map(({ id }) => ({ value: id, label: contestantName(contest, id) }))}
            onChange={setChosen}
          />
          {pattern(<Trans>加这一位</Trans>, () => judgeByJudge(round, entryId))}
          {pattern(<Trans>加全部选手</Trans>, () => everyEntry(round))}
        </div>
      )}
      <div className={common.row}>
        <span className={common.note}>
          <Trans>封存之后</Trans>
        </span>
        {pattern(<Trans>整套揭晓</Trans>, () => finale(round))}
        {pattern(<Trans>前三名，倒着来</Trans>, () => podium(round, 3))}
        {round.rules.audience && pattern(<Trans>观众投票</Trans>, () => [{ show: 'audience' }])}
        {pattern(<Trans>排行榜</Trans>, () => [{ show: 'board' }])}
        {round.rules.awards.length > 0 && pattern(<Trans>奖项</Trans>, () => [{ show: 'awards' }])}
      </div>
      {problem && (
        <p role="alert" className={common.problem}>
          <Trans>脚本太长，一次放不下。先揭晓一部分，再加后面的。</Trans>
        </p>
      )}
    </div>
  );
}
