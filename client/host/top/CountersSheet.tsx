import { Trans, useLingui } from '@lingui/react/macro';
import { REACTION_KINDS } from '#shared/limits.ts';
import type { ViewerCounts } from '#shared/model/gauges.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import { ReactionMark } from '../../ui/live/ReactionMark.tsx';
import { counterWords, reactionWords } from '../../ui/live/words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Counter } from '../../ui/parts/Counter.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import styles from './CountersSheet.module.css';

const ALL = [
  'online',
  'peak',
  'unique',
  'visits',
  'participations',
  'comments',
  'ballots',
  'reactionBatches',
] as const satisfies readonly (keyof ViewerCounts)[];

/** Every counter with its one meaning, and the reactions by kind. */
export function CountersSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const viewers = useEventState(({ gauges }) => gauges.viewers);
  const reactions = useEventState(({ gauges }) => gauges.reactions);
  return (
    <Sheet title={<Trans>现场数据</Trans>} onClose={onClose}>
      <div className={styles.counters}>
        {ALL.map((name) => (
          <Counter
            key={name}
            label={t(counterWords[name].label)}
            value={viewers[name]}
            definition={t(counterWords[name].definition)}
            explains
          />
        ))}
        <section>
          <h3 className={styles.title}>
            <Trans>互动，按点击数</Trans>
          </h3>
          <ul className={styles.reactions}>
            {REACTION_KINDS.map((kind) => (
              <li key={kind} className={styles.reaction}>
                <ReactionMark kind={kind} />
                {t(reactionWords[kind])}
                <strong className={styles.count}>{format.count(reactions[kind])}</strong>
              </li>
            ))}
          </ul>
        </section>
        <Button isWide onClick={onClose}>
          <Trans>关闭</Trans>
        </Button>
      </div>
    </Sheet>
  );
}
