import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest } from '#shared/model/contest.ts';
import type { Shown } from '#shared/model/reveal.ts';
import common from '../parts/common.module.css';
import { bilingual, contestantName } from '../parts/names.ts';
import { COMMA } from '../../../ui/desk/separators.ts';
import styles from './reveal.module.css';
import { shownWords } from './words.ts';

/** What a step shows, whole: a table where it is one, a line where it is not. */
export function ShownView({ contest, shown }: { contest: Contest; shown: Shown }) {
  const { t, i18n } = useLingui();
  if (shown.show === 'board' || shown.show === 'place') {
    return (
      <table className={common.table}>
        <tbody>
          {shown.entries.map(({ entryId, rank, figure }) => (
            <tr key={entryId}>
              <td className={common.number}>{rank ?? '—'}</td>
              <th scope="row">{contestantName(contest, entryId)}</th>
              <td className={common.number}>{figure ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  if (shown.show === 'audience') {
    return (
      <table className={common.table}>
        <thead>
          <tr>
            <th>
              <Trans>选手</Trans>
            </th>
            <th className={common.number}>
              <Trans>票数</Trans>
            </th>
            <th className={common.number}>
              <Trans>得分</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.entries.map(({ entryId, votes, points }) => (
            <tr key={entryId}>
              <th scope="row">{contestantName(contest, entryId)}</th>
              <td className={common.number}>{votes}</td>
              <td className={common.number}>{points}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  if (shown.show === 'awards') {
    return (
      <ul className={styles.shown}>
        {shown.awards.map(({ name, entries }) => (
          <li key={name.zh + name.en}>
            <Trans>
              {bilingual(name, i18n.locale)}：
              {entries.map((id) => contestantName(contest, id)).join(t(COMMA))}
            </Trans>
          </li>
        ))}
      </ul>
    );
  }
  return <p className={styles.result}>{t(shownWords(contest, shown, t))}</p>;
}
