import { useLingui } from '@lingui/react';

/** Numbers and times as the reader's language writes them. */
export type Format = {
  count(value: number): string;
  /** For tight places: 60.1万, 601K. Exact below ten thousand. */
  compact(value: number): string;
  percent(share: number): string;
  time(at: number): string;
  dateTime(at: number): string;
  /** 4:05, 1:02:09. */
  duration(seconds: number): string;
};

/** Each is dear to make, and most pages never need most of them: made when first used. */
export function createFormat(locale: string): Format {
  const number = (options?: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(locale, options));
  const date = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, ...CLOCK }));
  const count = number();
  const compact = number({ notation: 'compact', maximumFractionDigits: 1 });
  const percent = number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const time = date({});
  const dateTime = date({ month: 'long', day: 'numeric', weekday: 'short' });
  return {
    count: (value) => count().format(value),
    compact: (value) => (value < 10_000 ? count() : compact()).format(value),
    percent: (share) => percent().format(share),
    time: (at) => time().format(at),
    dateTime: (at) => dateTime().format(at),
    duration,
  };
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hour12: false } as const;

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

const formats = new Map<string, Format>();

/** One for each language, shared by all who write numbers. */
function formatFor(locale: string): Format {
  const format = formats.get(locale) ?? createFormat(locale);
  formats.set(locale, format);
  return format;
}

export const useFormat = (): Format => formatFor(useLingui().i18n.locale);
