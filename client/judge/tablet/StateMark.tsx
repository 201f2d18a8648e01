import type { CardState } from './card-state.ts';
import styles from './StateMark.module.css';

/** A form for each state, so that colour is not alone in telling them apart. */
const FORMS: Record<CardState, string> = {
  out: 'M4 12 12 4',
  blank: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  draft: 'M8 3.5a4.5 4.5 0 1 0 0 9ZM8 3.5a4.5 4.5 0 0 1 0 9',
  unkept: 'M3 14h10',
  signing: 'M3 8.5 6.5 12 13 4.5M3 14h10',
  signed: 'M3 8.5 6.5 12 13 4.5',
  locked: 'M4 7.5h8v6H4ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  recused: 'M4 4l8 8M12 4l-8 8',
  abstained: 'M3.5 8h9',
  absent: 'M4 8h2M7 8h2M10 8h2',
  conflict: 'M8 3v6M8 12v.5',
  refused: 'M8 3v6M8 12v.5',
};

export function StateMark({ state }: { state: CardState }) {
  return (
    <svg
      className={styles[state] ?? styles.mark}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path
        d={FORMS[state]}
        fill={state === 'locked' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
