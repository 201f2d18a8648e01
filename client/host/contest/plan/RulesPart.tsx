import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { PresetName } from '#shared/rules/contest/preset-names.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import { presetWords } from '../words.ts';
import { CriteriaEditor } from './CriteriaEditor.tsx';
import { Presets } from './NewRound.tsx';
import styles from './plan.module.css';
import { RulesEditor } from './RulesEditor.tsx';
import { sentencesOf } from './sentences.ts';

type Props = { contest: Contest; round: Round };

/** Criteria and rule set: to be edited while the round is planned, to be read from then on. */
export function RulesPart({ contest, round }: Props) {
  const { t } = useLingui();
  const act = useDo();
  const [preset, setPreset] = useState<PresetName | null>(null);
  if (round.status !== 'draft') {
    return (
      <div className={common.stack}>
        <p className={common.note}>
          <Trans>评分开始时，规则已经固定。大屏和成绩单上都有它的指纹，任何一处改动都会让指纹不同。</Trans>
        </p>
        <p className={common.hash}>{round.ruleHash}</p>
        <RuleSentences contest={contest} round={round} />
      </div>
    );
  }
  return (
    <div>
      <details className={common.section}>
        <summary>
          <Trans>换一套现成的规则</Trans>
        </summary>
        <Presets chosen={null} onChoose={setPreset} />
      </details>
      <CriteriaEditor round={round} />
      <RulesEditor key={round.id} contest={contest} round={round} />
      {preset && (
        <Confirm
          title={<Trans>换成“{t(presetWords[preset].name)}”？</Trans>}
          action={<Trans>换成这一套</Trans>}
          onClose={() => setPreset(null)}
          onConfirm={() => act('round:put', { roundId: round.id, preset }, t`规则已换`)}
        >
          <Trans>评分项、规则和投票方式都会换成这一套，现在的不保留。</Trans>
        </Confirm>
      )}
    </div>
  );
}

export function RuleSentences({ contest, round }: Props) {
  const { t, i18n } = useLingui();
  return (
    <ul className={styles.rules}>
      {sentencesOf(round, contest, i18n.locale, t).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
