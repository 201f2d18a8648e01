import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useRef } from 'react';
import { cx } from '../../ui/cx.ts';
import { sceneWords } from '../words.ts';
import { neighbour, type SceneName } from './preview.ts';
import styles from './ScreenPanel.module.css';

type Props = {
  names: readonly SceneName[];
  chosen: SceneName | null;
  onAir: string;
  /** Scenes there is nothing for. */
  isEmpty: (name: SceneName) => boolean;
  onChoose: (name: SceneName) => void;
  onTake: () => void;
};

/** Choosing looks, taking shows: arrows and clicks choose what is looked at, Enter and Space put it on air. */
export function ScenePicker({ names, chosen, onAir, isEmpty, onChoose, onTake }: Props) {
  const { t } = useLingui();
  const group = useRef<HTMLDivElement>(null);
  const usable = names.filter((name) => !isEmpty(name));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (event.repeat) return;
      const focused = usable.find((name) => name === (event.target as HTMLElement).dataset.scene);
      if (focused !== undefined && focused !== chosen) onChoose(focused);
      else onTake();
      return;
    }
    const next = neighbour(usable, chosen, event.key);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    group.current?.querySelector<HTMLElement>(`[data-scene="${next}"]`)?.focus();
  };
  return (
    <div
      ref={group}
      className={styles.scenes}
      role="radiogroup"
      aria-label={t`先看的画面`}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="radio"
          data-scene={name}
          aria-checked={name === chosen}
          tabIndex={name === (chosen ?? usable[0]) ? 0 : -1}
          disabled={isEmpty(name)}
          className={cx(styles.choice, name === chosen && styles.chosen, name === onAir && styles.airs)}
          onClick={() => onChoose(name)}
        >
          {t(sceneWords[name])}
        </button>
      ))}
    </div>
  );
}
