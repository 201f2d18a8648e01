import { useLingui } from '@lingui/react';
import { useMemo } from 'react';

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

export function createFormat(locale: string): Format {
  const count = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const dateTime = new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return {
    count: (value) => count.format(value),
    compact: (value) => (value < 10_000 ? count : compact).format(value),
    percent: (share) => percent.format(share),
    time: (at) => time.format(at),
    dateTime: (at) => dateTime.format(at),
    duration,
  };
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export function useFormat(): Format {
  const { i18n } = useLingui();
  return useMemo(() => createFormat(i18n.locale), [i18n.locale]);
}
