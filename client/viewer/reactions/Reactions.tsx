import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { REACTION_KINDS } from '#shared/limits.ts';
import type { ReactionCounts, ReactionKind } from '#shared/model/gauges.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { useClient, useClientState, useEventState } from '../../ui/live/client-context.ts';
import { useReducedMotion } from '../../ui/live/use-media.ts';
import { ReactionMark } from '../../ui/live/ReactionMark.tsx';
import { reactionWords } from '../../ui/live/words.ts';
import { createFloats } from './floats.ts';
import styles from './Reactions.module.css';
import { useHold } from './use-hold.ts';

/** How many of others' taps rise per update; the count tells the rest. */
const MAX_OF_OTHERS = 2;

/** Five ways to be heard without words; held, they go on. One's own tap shows at once; the total follows. */
export function Reactions() {
  const { t } = useLingui();
  const format = useFormat();
  const client = useClient();
  const counts = useEventState(({ gauges }) => gauges.reactions);
  const isOpen = useEventState(({ event }) => event.status !== 'ended');
  const isJoined = useClientState((state) => state.you !== null);
  const { bar, stage, float } = useFloats(counts);
  const tap = (kind: ReactionKind): void => {
    client.react(kind);
    float(kind);
  };
  return (
    <div ref={bar} className={styles.bar} role="group" aria-label={t`表情互动`}>
      <div ref={stage} className={styles.floats} aria-hidden="true" />
      {REACTION_KINDS.map((kind) => (
        <Reaction
          key={kind}
          kind={kind}
          count={format.compact(counts[kind])}
          disabled={!isOpen || !isJoined}
          onTap={() => tap(kind)}
        />
      ))}
    </div>
  );
}

type ReactionProps = { kind: ReactionKind; count: string; disabled: boolean; onTap: () => void };

function Reaction({ kind, count, disabled, onTap }: ReactionProps) {
  const { t } = useLingui();
  const hold = useHold(() => !disabled && onTap());
  return (
    <button
      type="button"
      className={styles.reaction}
      aria-label={t(reactionWords[kind])}
      title={t(reactionWords[kind])}
      disabled={disabled}
      {...hold}
    >
      <span className={styles.mark} aria-hidden="true">
        <ReactionMark kind={kind} />
      </span>
      <span className={styles.count}>{count}</span>
    </button>
  );
}

function useFloats(counts: ReactionCounts) {
  const isReduced = useReducedMotion();
  const bar = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const rise = useRef<((mark: Element, leftPx: number) => void) | null>(null);
  const before = useRef(counts);

  const float = (kind: ReactionKind): void => {
    const mark = bar.current?.querySelectorAll('button svg')[REACTION_KINDS.indexOf(kind)];
    if (isReduced || !stage.current || !mark) return;
    rise.current ??= createFloats(stage.current, styles.float);
    const place = (REACTION_KINDS.indexOf(kind) + 0.5) / REACTION_KINDS.length;
    rise.current(mark, place * stage.current.clientWidth);
  };
  useEffect(() => {
    for (const kind of REACTION_KINDS) {
      const risen = Math.min(MAX_OF_OTHERS, counts[kind] - before.current[kind]);
      for (let index = 0; index < risen; index += 1) float(kind);
    }
    before.current = counts;
  });
  return { bar, stage, float };
}
