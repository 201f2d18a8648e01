import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Badge } from '../../../ui/parts/Badge.tsx';
import { Button } from '../../../ui/parts/Button.tsx';
import { Field } from '../../../ui/parts/Field.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { Act } from '../../parts/Act.tsx';
import common from '../parts/common.module.css';
import { contestantName, judgeName } from '../parts/names.ts';
import { useMay } from '../parts/rights.ts';
import { useDo } from '../parts/use-do.ts';
import { cellState, isOut, progressOf } from './cards.ts';
import { ProxyForm } from './ProxyForm.tsx';
import { cellWords } from './words.ts';

type Props = {
  contest: Contest;
  round: Round;
  entryId: Round['entries'][number]['id'];
  judgeId: Round['panel'][number];
  onClose: () => void;
};

/** One card: where it stands, and what the desk may do about it. What is on it is not here (SC-5). */
export function CardSheet({ contest, round, entryId, judgeId, onClose }: Props) {
  const { t } = useLingui();
  const [isProxy, setIsProxy] = useState(false);
  const progress = progressOf(round, entryId, judgeId);
  const state = cellState(progress);
  const key = { roundId: round.id, entryId, judgeId };
  const canEnter =
    round.status === 'open' &&
    !isOut(contest, round, entryId) &&
    (state === 'missing' || state === 'draft' || state === 'absent');
  const title = (
    <>
      {contestantName(contest, entryId)} · {judgeName(contest, judgeId)}
    </>
  );
  return (
    <Sheet title={title} onClose={onClose}>
      <div className={common.stack}>
        <div className={common.row}>
          <span>{t(cellWords[state].long)}</span>
          {progress?.proxy && (
            <Badge>
              <Trans>代录纸质评分表</Trans>
            </Badge>
          )}
        </div>
        {canEnter && !isProxy && (
          <>
            <div className={common.row}>
              <Button onClick={() => setIsProxy(true)}>
                <Trans>代录纸质评分表</Trans>
              </Button>
            </div>
            <Aside cardKey={key} isWaived={state === 'absent'} onDone={onClose} />
          </>
        )}
        {canEnter && isProxy && (
          <ProxyForm round={round} cardKey={key} version={progress?.version ?? 0} onDone={onClose} />
        )}
        {round.status === 'open' && (state === 'recused' || state === 'abstained') && progress && (
          <Undo cardKey={key} version={progress.version} onDone={onClose} />
        )}
        {state === 'locked' && (
          <p className={common.note}>
            <Trans>要更正已锁定的评分，由评委主席提出、第二人确认；旧分留在记录里。</Trans>
          </p>
        )}
      </div>
    </Sheet>
  );
}

type Key = { roundId: Round['id']; entryId: Props['entryId']; judgeId: Props['judgeId'] };

/** SC-4, SC-8: no score from this judge, and why; the three are not the same. */
function Aside({ cardKey, isWaived, onDone }: { cardKey: Key; isWaived: boolean; onDone: () => void }) {
  const { t } = useLingui();
  const act = useDo();
  const mayWaive = useMay('score:waive');
  const [reason, setReason] = useState('');
  const send = async (
    name: 'score:recuse' | 'score:abstain' | 'score:waive',
    said: string,
  ): Promise<void> => {
    if ((await act(name, { ...cardKey, reason: reason.trim() }, said)) !== null) onDone();
  };
  const button = (name: 'score:recuse' | 'score:abstain' | 'score:waive', words: ReactNode, said: string) => (
    <Act size="small" disabled={reason.trim() === ''} onPress={() => send(name, said)}>
      {words}
    </Act>
  );
  return (
    <div className={common.section}>
      <h3 className={common.title}>
        <Trans>这位评委不给分</Trans>
      </h3>
      <Field
        label={t`理由（记入日志）`}
        value={reason}
        maxLength={LIMITS.reasonLength}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className={common.row}>
        {button('score:recuse', <Trans>登记回避</Trans>, t`已登记回避`)}
        {button('score:abstain', <Trans>登记弃评</Trans>, t`已登记弃评`)}
        {mayWaive && !isWaived && button('score:waive', <Trans>按缺席继续</Trans>, t`已按缺席继续`)}
      </div>
      <p className={common.note}>
        <Trans>
          回避：有利益冲突。弃评：别的原因。缺席：不再等，亮分之前还可以补交。都不算零分，只按其余评委计算。
        </Trans>
        {!mayWaive && (
          <>
            {' '}
            <Trans>缺席由监督员、评委主席或主办方登记。</Trans>
          </>
        )}
      </p>
    </div>
  );
}

/** A recusal or abstention by mistake is taken back, with a reason. */
function Undo({ cardKey, version, onDone }: { cardKey: Key; version: number; onDone: () => void }) {
  const { t } = useLingui();
  const act = useDo();
  const mayReject = useMay('score:reject');
  const [reason, setReason] = useState('');
  if (!mayReject) {
    return (
      <p className={common.note}>
        <Trans>登记错了，请监督员、评委主席或主办方撤销。</Trans>
      </p>
    );
  }
  const undo = async (): Promise<void> => {
    if ((await act('score:reject', { ...cardKey, version, reason: reason.trim() }, t`已撤销`)) !== null)
      onDone();
  };
  return (
    <div className={common.section}>
      <Field
        label={t`撤销的理由（记入日志）`}
        value={reason}
        maxLength={LIMITS.reasonLength}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className={common.row}>
        <Act size="small" disabled={reason.trim() === ''} onPress={undo}>
          <Trans>撤销，由评委评分</Trans>
        </Act>
      </div>
    </div>
  );
}
