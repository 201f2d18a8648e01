import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Round } from '#shared/model/contest.ts';
import type { Card, CardStep } from '#shared/model/scorecard.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { showTotal } from '../grid/show-total.ts';
import styles from '../parts/form.module.css';

const stepWords: Record<CardStep, MessageDescriptor> = {
  saved: msg`保存`,
  signed: msg`签名`,
  confirmed: msg`确认`,
  rejected: msg`退回`,
  amendmentAsked: msg`提出更正`,
  amended: msg`确认更正`,
  amendmentRefused: msg`不同意更正`,
  recused: msg`回避`,
  abstained: msg`弃权`,
  waived: msg`不再等`,
};

/** Every version of a card: nothing is overwritten (SC-3). */
export function History({ round, card }: { round: Round; card: Card }) {
  const { t } = useLingui();
  const format = useFormat();
  const judges = useEventState(({ contest }) => contest?.judges);
  if (card.history.length === 0) return null;
  return (
    <details>
      <summary className={styles.label}>
        <Trans>经过（{card.history.length}）</Trans>
      </summary>
      <ol className={styles.form}>
        {card.history.map(({ version, step, values, person, proxy, reason, at }) => (
          <li key={version} className={styles.note}>
            {format.time(at)} {t(stepWords[step])}
            {proxy && t`（代录）`} · {judges?.find(({ id }) => id === person)?.name ?? person}
            {values && ` · ${showTotal(round.criteria, values)}`}
            {reason && ` · ${reason}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
