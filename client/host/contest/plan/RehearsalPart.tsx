import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { Output } from '#shared/protocol/commands.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Act } from '../../parts/Act.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import { Select } from '../../parts/Select.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import styles from './plan.module.css';
import { Ready } from './Ready.tsx';
import { ResultTable } from './ResultTable.tsx';
import { RuleSentences } from './RulesPart.tsx';
import { unready } from './rules.ts';

type Props = { contest: Contest; round: Round };

/** SC-18: the rule set tried on figures that nobody will ever see again, and then the round opened. */
export function RehearsalPart({ contest, round }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const [from, setFrom] = useState('');
  const [tried, setTried] = useState<Output<'contest:rehearse'> | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  const published = contest.rounds.filter(({ status }) => status === 'published');
  const missing = unready(
    round,
    published.map(({ id }) => id),
  );
  const earlier = published.find(({ id }) => id === from);
  const rehearse = async (): Promise<void> => {
    setTried(await act('contest:rehearse', { roundId: round.id, ...(earlier ? { from: earlier.id } : {}) }));
  };
  const open = async (): Promise<void> => {
    await act('round:open', { roundId: round.id }, t`评分开始，规则已固定`);
  };
  const canTry = round.entries.length > 0 && !missing.includes('rules') && !missing.includes('panel');
  return (
    <div className={styles.columns}>
      <div className={common.section}>
        <div className={common.spread}>
          <h3 className={common.title}>
            <Trans>试算</Trans>
          </h3>
          <div className={common.row}>
            {published.length > 0 && (
              <Select
                label={t`用谁的评分`}
                value={from}
                options={[
                  { value: '', label: t`虚构的评分` },
                  ...published.map(({ id, title }) => ({ value: id as string, label: title })),
                ]}
                onChange={setFrom}
              />
            )}
            <Act size="small" disabled={!canTry} onPress={rehearse}>
              {tried ? <Trans>再试一次</Trans> : <Trans>试算一次</Trans>}
            </Act>
          </div>
        </div>
        {tried ? (
          <>
            <p className={styles.invented}>
              {earlier ? (
                <Trans>试算：用“{earlier.title}”已公布的评分，不会记录，也不会公布。</Trans>
              ) : (
                <Trans>试算：全部是虚构的评分和票数，不会记录，也不会公布。</Trans>
              )}
            </p>
            <ResultTable contest={contest} round={round} results={tried.results} awards={tried.awards} />
          </>
        ) : (
          <p className={common.note}>
            <Trans>
              用虚构的评分走一遍这套规则，看每个得分是怎么来的、同分怎么分、奖项给谁，再决定要不要开始。
            </Trans>
          </p>
        )}
      </div>
      <div className={styles.start}>
        <div className={common.section}>
          <h3 className={common.title}>
            <Trans>开始评分</Trans>
          </h3>
          <Ready missing={missing} />
          <details>
            <summary className={common.note}>
              <Trans>这一轮的规则，用话说</Trans>
            </summary>
            <RuleSentences contest={contest} round={round} />
          </details>
          <div>
            <Button tone="ember" disabled={missing.length > 0} onClick={() => setIsOpening(true)}>
              <Trans>开始这一轮的评分</Trans>
            </Button>
          </div>
        </div>
      </div>
      {isOpening && (
        <Confirm
          title={<Trans>开始“{round.title}”的评分？</Trans>}
          action={<Trans>开始评分</Trans>}
          onClose={() => setIsOpening(false)}
          onConfirm={open}
        >
          <Trans>
            {round.entries.length} 位选手、{round.panel.length}{' '}
            位评委。评分项和规则从此固定，算出指纹，显示在大屏和成绩单上，不能再改；事先声明的回避立即生效。
          </Trans>
        </Confirm>
      )}
    </div>
  );
}
