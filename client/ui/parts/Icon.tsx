/** Line icons on a 24 px grid; always beside words or inside a labelled button. */
const PATHS = {
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Z',
  close: 'M6 6l12 12M18 6 6 18',
  pin: 'M9 4h6l-1 6 3 3v2H7v-2l3-3-1-6ZM12 15v5',
  danmaku: 'M4 5h16v12h-8l-4 3v-3H4V5ZM8 9h8M8 13h5',
  sound: 'M4 10v4h4l5 4V6l-5 4H4ZM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  muted: 'M4 10v4h4l5 4V6l-5 4H4ZM17 10l4 4M21 10l-4 4',
  down: 'M6 10l6 6 6-6',
  next: 'M10 6l6 6-6 6',
  check: 'M5 13l4 4L19 7',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4.5v5M10 14.5v5M14 7h4M6 17h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  share: 'M12 14V4M8 7.5 12 4l4 3.5M6 11H5v9h14v-9h-1',
  retry: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
