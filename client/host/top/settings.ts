import type { EventInfo, Stream } from '#shared/model/event.ts';
import type { RawInput } from '#shared/protocol/commands.ts';

/** The event's own fields as they are being edited. `startsAt` is what a datetime-local field holds. */
export type SettingsDraft = {
  title: string;
  summary: string;
  startsAt: string;
  kind: Stream['kind'];
  url: string;
  picture: string | null;
};

export const toSettings = ({ title, summary, startsAt, stream, picture }: EventInfo): SettingsDraft => ({
  title,
  summary,
  startsAt: startsAt === null ? '' : toLocal(startsAt),
  kind: stream.kind,
  url: stream.kind === 'none' ? '' : stream.url,
  picture,
});

export const toConfigure = (draft: SettingsDraft): RawInput<'event:configure'> => ({
  title: draft.title.trim(),
  summary: draft.summary.trim(),
  startsAt: toInstant(draft.startsAt),
  stream: draft.kind === 'none' ? { kind: 'none' } : { kind: draft.kind, url: draft.url.trim() },
  picture: draft.picture,
});

/** An address that is one, or a file of this server. */
export const isStreamReady = ({ kind, url }: SettingsDraft): boolean =>
  kind === 'none' || /^https?:\/\/\S+$|^\/(?!\/)[\w./%-]*$/.test(url.trim());

/** This device's wall clock, to the minute. */
function toLocal(at: number): string {
  const date = new Date(at);
  const local = new Date(at - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function toInstant(local: string): number | null {
  const at = new Date(local).getTime();
  return local === '' || Number.isNaN(at) ? null : at;
}
