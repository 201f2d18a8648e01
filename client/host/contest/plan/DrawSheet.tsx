import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { Act } from '../../parts/Act.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import common from '../parts/common.module.css';
import { contestantName } from '../parts/names.ts';
import { useDo } from '../parts/use-do.ts';
import { readOrder } from './order.ts';

type Props = { contest: Contest; round: Round; onClose: () => void };

/** The order, drawn by lot by the server, or as it was drawn in the hall. */
export function DrawSheet({ contest, round, onClose }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const people = round.entries.map(({ id }) => ({ id, name: contestantName(contest, id) }));
  const [text, setText] = useState(people.map(({ name }) => name).join('\n'));
  const read = readOrder(text, people);
  const draw = async (): Promise<void> => {
    if ((await act('round:draw', { roundId: round.id }, t`已抽签，顺序已更新`)) !== null) onClose();
  };
  const enter = async (): Promise<void> => {
    if (!('order' in read)) return;
    const done = await act('round:draw', { roundId: round.id, order: read.order }, t`顺序已更新`);
    if (done !== null) onClose();
  };
  return (
    <Sheet title={<Trans>抽签定顺序</Trans>} onClose={onClose}>
      <div className={common.stack}>
        <div className={common.tight}>
          <p className={common.note}>
            <Trans>
              由服务器随机抽签，{people.length} 位选手的每种顺序机会相等。现在的顺序会被换掉，结果记入日志。
            </Trans>
          </p>
          <Act onPress={draw}>
            <Trans>确认随机抽签</Trans>
          </Act>
        </div>
        <div className={common.section}>
          <TextArea
            label={t`或填现场抽出的顺序，一行一位`}
            rows={Math.min(10, Math.max(4, people.length))}
            value={text}
            onChange={({ target }) => setText(target.value)}
            note={
              'problem' in read &&
              (read.problem === 'unknown' ? (
                <Trans>名单里没有“{read.name}”</Trans>
              ) : read.problem === 'twice' ? (
                <Trans>“{read.name}”出现了两次</Trans>
              ) : (
                <Trans>还差“{read.name}”</Trans>
              ))
            }
          />
          <div className={common.end}>
            <Act disabled={'problem' in read} onPress={enter}>
              <Trans>按这个顺序</Trans>
            </Act>
          </div>
        </div>
      </div>
    </Sheet>
  );
}
