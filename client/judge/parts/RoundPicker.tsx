import { useLingui } from '@lingui/react/macro';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RoundId } from '#shared/model/ids.ts';
import styles from './RoundPicker.module.css';

type Props = { contest: Contest; chosen: Round | null; onChoose: (id: RoundId) => void };

/** Another round, where there has been more than one. */
export function RoundPicker({ contest, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const begun = contest.rounds.filter(({ status }) => status !== 'draft');
  if (begun.length < 2 || chosen === null) return null;
  return (
    <select
      className={styles.picker}
      aria-label={t`轮次`}
      value={chosen.id}
      onChange={({ target }) => onChoose(target.value as RoundId)}
    >
      {begun.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}
