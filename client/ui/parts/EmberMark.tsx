/** The product's mark: embers gathered below, scattered as stars above. */
export function EmberMark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path
        d="M16 9c1 4 6 6 6 11.5A6 6 0 0 1 16 27a6 6 0 0 1-6-6.5c0-2.4 1.4-4 2.6-5.2.3 1.4.9 2.2 1.8 2.7C14 14.5 14.6 11.5 16 9Z"
        fill="url(#xl-ember-mark)"
      />
      <g fill="currentColor">
        <circle cx="7" cy="7" r="1.2" />
        <circle cx="16" cy="3.5" r="1" />
        <circle cx="25" cy="6.5" r="1.4" />
        <circle cx="27.5" cy="14" r=".9" />
        <circle cx="4.5" cy="14.5" r=".9" />
      </g>
      <defs>
        <linearGradient id="xl-ember-mark" x1="10" y1="27" x2="22" y2="9" gradientUnits="userSpaceOnUse">
          <stop stopColor="#e8432d" />
          <stop offset="1" stopColor="#f5b942" />
        </linearGradient>
      </defs>
    </svg>
  );
}
