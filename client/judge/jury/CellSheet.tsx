import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import type { Card } from '#shared/model/scorecard.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { showTotal } from '../grid/show-total.ts';
import { Act } from '../parts/Act.tsx';
import styles from '../parts/form.module.css';
import { useRun } from '../parts/use-run.ts';
import { ValueList } from '../tablet/ValueList.tsx';
import { actsOf, type CellAct } from './acts.ts';
import { actTexts } from './act-texts.tsx';
import { type Cell, cellState, cellWords } from './cell-state.ts';
import { History } from './History.tsx';
import { ReasonSheet } from './ReasonSheet.tsx';
import { ValuesSheet } from './ValuesSheet.tsx';

type Props = {
  round: Round;
  cell: Cell;
  /** With its values, where they may be seen already (SC-5). */
  card: Card | undefined;
  entry: string;
  judge: string;
  onChange: () => void;
  onClose: () => void;
};

/** One card on the bench: what it says, where it came from, and what may be done about it. */
export function CellSheet({ round, cell, card, entry, judge, onChange, onClose }: Props) {
  const { t } = useLingui();
  const run = useRun();
  const role = useClientState(({ you }) => you?.role ?? 'judge');
  const person = useClientState(({ you }) => you?.judgeId ?? you?.id);
  const [doing, setDoing] = useState<CellAct | null>(null);
  const key = { roundId: round.id, entryId: cell.entryId, judgeId: cell.judgeId };
  const version = cell.progress?.version ?? 0;
  const ruleHash = round.ruleHash ?? '';
  const after = async <T,>(done: Promise<T | null>): Promise<T | null> => {
    const answer = await done;
    if (answer !== null) onChange();
    return answer;
  };
  const amendment = card?.amendment ?? null;
  const isOwn = (amendment?.person ?? card?.enteredBy) === person;
  const acts = actsOf({ role, isOwn, sees: card !== undefined }, round, cell);

  if (doing === 'amend' || doing === 'proxy') {
    return (
      <ValuesSheet
        round={round}
        title={
          doing === 'amend' ? (
            <Trans>
              更正 {judge} 给 {entry} 的评分
            </Trans>
          ) : (
            <Trans>
              代 {judge} 录入 {entry} 的评分
            </Trans>
          )
        }
        values={doing === 'amend' ? (card?.values ?? {}) : {}}
        hasReason={doing === 'amend'}
        onSubmit={(values, reason) =>
          after(
            doing === 'amend'
              ? run('score:amend', { ...key, values, version, reason })
              : run('score:proxy', { ...key, values, version, ruleHash }),
          )
        }
        onClose={() => setDoing(null)}
      />
    );
  }
  if (doing === 'waive' || doing === 'reject' || doing === 'recuse' || doing === 'abstain') {
    const confirm = (reason: string): Promise<unknown> => {
      if (doing === 'waive') return after(run('score:waive', { ...key, reason }));
      if (doing === 'reject') return after(run('score:reject', { ...key, version, reason }));
      return after(run(doing === 'recuse' ? 'score:recuse' : 'score:abstain', { ...key, reason }));
    };
    return (
      <ReasonSheet
        title={actTexts[doing].label}
        note={actTexts[doing].note}
        action={actTexts[doing].label}
        onConfirm={confirm}
        onClose={() => setDoing(null)}
      />
    );
  }
  return (
    <Sheet
      title={
        <Trans>
          {judge} → {entry}
        </Trans>
      }
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>
          {cell.progress?.amending ? t(cellWords.amending) : t(cellWords[cellState(cell)])}
          {card?.reason && `：${card.reason}`}
        </p>
        {card && Object.keys(card.values).length > 0 ? (
          <>
            <ValueList criteria={round.criteria} values={card.values} />
            <p>
              <Trans>
                总分 <strong>{showTotal(round.criteria, card.values)}</strong>
              </Trans>
            </p>
          </>
        ) : (
          cell.progress && (
            <p className={styles.note}>
              <Trans>评分内容现在不可见；你自己也要打分时，先签自己的那张。</Trans>
            </p>
          )
        )}
        {amendment?.values && (
          <>
            <h3>
              <Trans>要求更正为（原因：{amendment.reason}）</Trans>
            </h3>
            <ValueList criteria={round.criteria} values={amendment.values} />
          </>
        )}
        {card && <History round={round} card={card} />}
        {isOwn && (cell.progress?.status === 'signed' || cell.progress?.amending) && (
          <p className={styles.note}>
            <Trans>这是你录入的，要由另一个人确认。</Trans>
          </p>
        )}
        <div className={styles.actions}>
          {acts.map((act) =>
            act === 'confirm' ? (
              <Act
                key={act}
                tone="ember"
                onPress={() =>
                  after(run('score:confirm', { ...key, version })).then((done) => done && onClose())
                }
              >
                {actTexts[act].label}
              </Act>
            ) : (
              <Button key={act} onClick={() => setDoing(act)}>
                {actTexts[act].label}
              </Button>
            ),
          )}
        </div>
      </div>
    </Sheet>
  );
}
