import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { Criterion } from '#shared/model/ruleset.ts';
import { useClient } from '../../../ui/live/client-context.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { useToast } from '../../../ui/parts/Toasts.tsx';
import common from '../parts/common.module.css';
import { bilingual } from '../parts/names.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { refusalWords } from '../parts/refusals.ts';
import { figureText } from '../parts/thousandths.ts';
import { checkCard, valueProblem, versionIn } from './proxy.ts';

type Props = {
  round: Round;
  cardKey: { roundId: Round['id']; entryId: Round['entries'][number]['id']; judgeId: Round['panel'][number] };
  version: number;
  onDone: () => void;
};

/** SC-4: what a judge wrote on paper. Once it is sent it is not shown here again. */
export function ProxyForm({ round, cardKey, version, onDone }: Props) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const say = useToast();
  const [written, setWritten] = useState<Record<string, number | null>>({});
  const [known, setKnown] = useState(version);
  const [isBusy, setIsBusy] = useState(false);
  const { values, score, isOutOfTotal } = checkCard(round.criteria, round.rules.total, written);
  const problemOf = (criterion: Criterion): string | null => {
    const value = written[criterion.id] ?? null;
    const problem = value === null ? null : valueProblem(criterion, value);
    if (problem === null) return null;
    const [min, max, step] = [criterion.min, criterion.max, criterion.step].map(figureText);
    return problem === 'range' ? t`要在 ${min ?? ''} 到 ${max ?? ''} 之间` : t`每档 ${step ?? ''}`;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (values === null || round.ruleHash === null) return;
    setIsBusy(true);
    const input = { ...cardKey, values, version: Math.max(known, version), ruleHash: round.ruleHash };
    const ack = await client.execute('score:proxy', input);
    setIsBusy(false);
    if (ack.ok) {
      say(t`已代录并签字`);
      onDone();
      return;
    }
    setKnown(versionIn(ack.error) ?? known);
    say(t(refusalWords(ack.error)), 'alert');
  };
  return (
    <form className={common.stack} onSubmit={(event) => void submit(event)}>
      <p className={common.note}>
        <Trans>照纸上的分数录入。会标明是代录、由谁录入；提交之后，这里不再显示分数。</Trans>
      </p>
      {round.criteria.map((criterion) => (
        <NumberField
          key={criterion.id}
          kind="figure"
          label={bilingual(criterion.name, i18n.locale)}
          value={written[criterion.id] ?? null}
          unit={`${figureText(criterion.min)}–${figureText(criterion.max)}`}
          problem={problemOf(criterion)}
          onChange={(value) => setWritten({ ...written, [criterion.id]: value })}
        />
      ))}
      {isOutOfTotal && (
        <p role="alert" className={common.problem}>
          <Trans>总分 {score} 超出了允许的范围</Trans>
        </p>
      )}
      <div className={common.spread}>
        <span className={common.note}>
          {score === null ? <Trans>每项都要填</Trans> : <Trans>合计 {score}</Trans>}
        </span>
        <Button type="submit" disabled={values === null || isBusy}>
          <Trans>录入并签字</Trans>
        </Button>
      </div>
    </form>
  );
}
