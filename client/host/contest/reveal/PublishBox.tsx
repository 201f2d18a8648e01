import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import styles from './reveal.module.css';

/** The whole result, once and for all. Before the seal there is nothing to publish. */
export function PublishBox({ round }: { contest: Contest; round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const [isSure, setIsSure] = useState(false);
  if (round.status !== 'sealed') return null;
  const left = round.script.length;
  return (
    <section className={styles.box} aria-label={t`公布成绩`}>
      <p className={common.note}>
        <Trans>公布之后，全部名次、得分和算法对所有人公开，并生成签名的成绩单。</Trans>
      </p>
      <Button size="small" onClick={() => setIsSure(true)}>
        <Trans>公布全部成绩</Trans>
      </Button>
      {isSure && (
        <Confirm
          title={<Trans>公布“{round.title}”的全部成绩？</Trans>}
          action={<Trans>公布</Trans>}
          onClose={() => setIsSure(false)}
          onConfirm={() => act('round:publish', { roundId: round.id }, t`成绩已公布`)}
        >
          <p>
            <Trans>公布不能收回。</Trans>
            {left > 0 && <Trans>脚本还有 {left} 步没有揭晓，公布之后不再揭晓。</Trans>}
          </p>
        </Confirm>
      )}
    </section>
  );
}
