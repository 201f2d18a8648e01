import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Round } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Toggle } from '../../../ui/parts/Toggle.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextArea } from '../../parts/TextArea.tsx';
import common from '../parts/common.module.css';
import { useDo } from '../parts/use-do.ts';
import { useSent } from '../parts/use-sent.ts';

type GroupsProps = { groups: readonly string[]; onChange: (groups: string[]) => void };

/** SC-12: districts or other groups of voters, one a line; each line is a group once the field is left. */
function GroupsField({ groups, onChange }: GroupsProps) {
  const { t } = useLingui();
  const [text, setText] = useState(groups.join('\n'));
  const leave = (): void => {
    const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
    const next = lines.slice(0, LIMITS.voteGroups).map((line) => line.slice(0, LIMITS.organisation));
    setText(next.join('\n'));
    if (next.join('\n') !== groups.join('\n')) onChange(next);
  };
  return (
    <TextArea
      label={t`观众分组（每行一组，例如各区；留空则不分）`}
      note={<Trans>规则用“相加”时，每组各给一套分；观众只属于一组，不能投给单位与本组同名的选手。</Trans>}
      rows={Math.min(6, Math.max(2, text.split('\n').length))}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={leave}
    />
  );
}

/** How the audience votes in a round; each change is saved as it is made. */
export function VoteEditor({ round }: { round: Round }) {
  const { t } = useLingui();
  const act = useDo();
  const [vote, send] = useSent(round.vote, (next) => act('round:put', { roundId: round.id, vote: next }));
  const put = (fields: Partial<Round['vote']>): void => send({ ...vote, ...fields });
  const counts = Array.from({ length: Math.min(5, LIMITS.ballotEntries) }, (_, index) => index + 1);
  return (
    <div className={common.section}>
      <h3 className={common.title}>
        <Trans>观众投票</Trans>
      </h3>
      <Select
        label={t`每人每次最多选几位`}
        value={vote.perViewer}
        options={counts.map((value) => ({ value, label: t`${value} 位` }))}
        onChange={(perViewer) => put({ perViewer })}
      />
      <Select
        label={t`每人投几次`}
        value={vote.period}
        options={[
          { value: 'once', label: t`整轮一次` },
          { value: 'day', label: t`每天一次（北京时间）` },
        ]}
        onChange={(period) => put({ period })}
      />
      <div className={common.tight}>
        <Toggle isOn={vote.changeable} onChange={(changeable) => put({ changeable })}>
          <Trans>投完还可以改</Trans>
        </Toggle>
        <Toggle
          isOn={vote.results === 'live'}
          onChange={(isLive) => put({ results: isLive ? 'live' : 'hidden' })}
        >
          <Trans>投票期间公开票数</Trans>
        </Toggle>
      </div>
      <GroupsField groups={vote.groups} onChange={(groups) => put({ groups })} />
      <p className={common.note}>
        <Trans>投票在评分期间由你打开和结束。票数占多少，在“规则”里定。</Trans>
      </p>
    </div>
  );
}
