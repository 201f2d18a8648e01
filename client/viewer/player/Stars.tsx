import styles from './Curtain.module.css';

type Dot = { x: number; y: number; r: number; opacity: number; fill: string };

/** The same sky for everyone: places come from the golden ratio, not from chance. */
const stars: Dot[] = Array.from({ length: 56 }, (_, index) => ({
  x: (index * 61.803) % 100,
  y: ((index * 38.197 + (index * index) / 7) % 60) * 0.6,
  r: 0.05 + ((index * 7) % 5) * 0.03,
  opacity: 0.2 + ((index * 11) % 7) / 11,
  fill: '#f4efe6',
}));

/** Sparks leave the fire in a widening cone, and cool as they rise. */
const sparks: Dot[] = Array.from({ length: 46 }, (_, index) => {
  const height = ((index * 0.618_03) % 1) ** 1.3;
  const side = ((index * 0.381_97 * 7) % 1) * 2 - 1;
  return {
    x: 50 + side * (10 + height * 38),
    y: 55 - height * 40,
    r: 0.26 - height * 0.16,
    opacity: 0.95 - height * 0.6,
    fill: height < 0.35 ? '#ffd67d' : height < 0.7 ? '#f5a04a' : '#f4d9b8',
  };
});

/** Words stand in the middle; nothing twinkles through them. */
const isClear = ({ x, y }: Dot): boolean => y < 28 || y > 49 || Math.abs(x - 50) > 27;

/** Gathered we are a fire, scattered a sky of stars. */
export function Stars() {
  return (
    <svg
      className={styles.stars}
      viewBox="0 0 100 56.25"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {[...stars, ...sparks].filter(isClear).map(({ x, y, r, opacity, fill }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill={fill} opacity={opacity} />
      ))}
    </svg>
  );
}
