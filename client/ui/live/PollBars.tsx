import { Plural, Trans } from '@lingui/react/macro';
import type { OptionId } from '#shared/model/ids.ts';
import type { Poll, Tally } from '#shared/model/poll.ts';
import { shareOf } from '#shared/rules/tally.ts';
import { cx } from '../cx.ts';
import { useFormat } from '../i18n/format.ts';
import { optionLetter } from './option-letter.ts';
import styles from './PollBars.module.css';

type Props = { poll: Poll; tally: Tally; ballot?: readonly OptionId[] };

const WEAVES = [undefined, styles.weave1, styles.weave2, styles.weave3, styles.weave4, styles.weave5];

/** The result so far, or the final one: letter, label, share of the voters and votes. The leader glows. */
export function PollBars({ poll, tally, ballot = [] }: Props) {
  const format = useFormat();
  const most = Math.max(1, ...poll.options.map(({ id }) => tally.counts[id] ?? 0));
  return (
    <ol className={styles.bars}>
      {poll.options.map(({ id, label }, index) => {
        const votes = tally.counts[id] ?? 0;
        const share = shareOf(tally, id);
        const isLeading = votes === most;
        const grown = { clipPath: `inset(0 ${100 - share * 100}% 0 0)` };
        return (
          <li key={id} className={cx(styles.row, isLeading && styles.leading)}>
            <span
              className={cx(styles.fill, WEAVES[index % WEAVES.length])}
              style={grown}
              aria-hidden="true"
            />
            {isLeading && <span className={styles.edge} style={grown} aria-hidden="true" />}
            <span className={styles.letter}>{optionLetter(index)}</span>
            <span className={styles.label} dir="auto">
              {label}
              {ballot.includes(id) && (
                <span className={styles.own}>
                  ✓ <Trans>你的选择</Trans>
                </span>
              )}
            </span>
            <span className={styles.numbers}>
              <span className={styles.share}>{format.percent(share)}</span>
              <span className={styles.votes}>
                <Plural value={votes} other="# 票" />
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
