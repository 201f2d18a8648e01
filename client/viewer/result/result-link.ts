/** The public result page of a published round: the viewer's own address with `?result=`. */
export const resultLink = (slug: string, roundId: string): string =>
  `/e/${encodeURIComponent(slug)}?result=${encodeURIComponent(roundId)}`;

export const certificateLink = (slug: string, roundId: string): string =>
  `/api/v1/events/${encodeURIComponent(slug)}/rounds/${encodeURIComponent(roundId)}/certificate.json`;
