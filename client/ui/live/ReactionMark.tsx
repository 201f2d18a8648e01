import type { ReactNode } from 'react';
import type { ReactionKind } from '#shared/model/gauges.ts';

const PETALS = [0, 72, 144, 216, 288];
const FINGERS = [
  { x: 6.4, y: 7.6, height: 8 },
  { x: 9.2, y: 5.4, height: 10 },
  { x: 12, y: 5, height: 10 },
  { x: 14.8, y: 6.6, height: 9 },
];

/** Drawn, not typed: emoji look different, or not at all, on every phone and screen. */
const MARKS: Record<ReactionKind, ReactNode> = {
  like: (
    <path
      fill="var(--xl-gold-ink)"
      d="M3.5 11h3.3v9H3.5zM8.4 20v-9.7l3.5-6.5a1.9 1.9 0 0 1 2.7 2v3h4.2a2 2 0 0 1 2 2.4l-1.3 7A2.2 2.2 0 0 1 17.3 20Z"
    />
  ),
  heart: (
    <path
      fill="var(--xl-rose)"
      d="M12 20.5 4.2 12.9a4.9 4.9 0 0 1 6.9-6.9l.9.9.9-.9a4.9 4.9 0 0 1 6.9 6.9Z"
    />
  ),
  flower: (
    <>
      {PETALS.map((turn) => (
        <ellipse
          key={turn}
          cx="12"
          cy="6.8"
          rx="3.1"
          ry="4"
          fill="var(--xl-petal)"
          transform={`rotate(${turn} 12 12)`}
        />
      ))}
      <circle cx="12" cy="12" r="2.7" fill="var(--xl-gold-ink)" />
    </>
  ),
  applause: (
    <>
      <g fill="var(--xl-hand)" transform="rotate(-14 12 14)">
        {FINGERS.map(({ x, y, height }) => (
          <rect key={x} x={x} y={y} width="2.3" height={height} rx="1.15" />
        ))}
        <path d="M6.4 12.5h10.7V16a5.3 5.3 0 0 1-10.7 0ZM17.1 16.5l2.3-3.7a1.2 1.2 0 0 1 2 1.2l-2.9 5.2Z" />
      </g>
      <path
        stroke="var(--xl-gold-ink)"
        strokeWidth="1.6"
        strokeLinecap="round"
        d="M17 3.5l.7-1.8M20 5.5l1.6-1.2M20.8 8.8l1.9-.2"
      />
    </>
  ),
  fire: (
    <>
      <path
        fill="#e8432d"
        d="M12.4 2c1 4.2 5.9 6.3 5.9 12A6.3 6.3 0 0 1 12 21a6.3 6.3 0 0 1-6.3-6.8c0-2.6 1.5-4.3 2.8-5.5.3 1.4.9 2.3 1.8 2.8C10 8 11 4.6 12.4 2Z"
      />
      <path
        fill="#f5b942"
        d="M12.2 12c.5 2 2.7 2.7 2.7 5.3A3 3 0 0 1 12 20.3a3 3 0 0 1-2.9-3.2c0-2.2 2.3-2.9 3.1-5.1Z"
      />
    </>
  ),
};

export function ReactionMark({ kind, size = 24 }: { kind: ReactionKind; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      {MARKS[kind]}
    </svg>
  );
}
