import styles from './Curtain.module.css';

/** A sky that is the same for everyone: places come from the golden ratio, not from chance. */
const STARS = Array.from({ length: 64 }, (_, index) => ({
  x: (index * 61.803) % 100,
  y: ((index * 38.197 + (index * index) / 7) % 62) * 0.56,
  r: 0.06 + ((index * 7) % 5) * 0.035,
  opacity: 0.25 + ((index * 11) % 7) / 10,
}));

export function Stars() {
  return (
    <svg
      className={styles.stars}
      viewBox="0 0 100 56.25"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {STARS.map(({ x, y, r, opacity }) => (
        <circle key={`${x}`} cx={x} cy={y} r={r} fill="#f4efe6" opacity={opacity} />
      ))}
    </svg>
  );
}
