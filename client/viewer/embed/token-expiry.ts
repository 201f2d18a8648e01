/** Said this long before the end, or when a tenth of the token's life is left, whichever is later. */
const AHEAD_MS = 120_000;

type Life = { issuedAt: number; expiresAt: number };

/** When a token ends, as it says itself; null for one without an end, or that says nothing. The server alone judges it. */
export function lifeOf(token: string): Life | null {
  try {
    const base64 = (token.split('.')[2] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const payload: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(payload)) return null;
    const [issuedAt, expiresAt] = payload.slice(-2) as unknown[];
    return typeof issuedAt === 'number' && typeof expiresAt === 'number' ? { issuedAt, expiresAt } : null;
  } catch {
    return null; // no token of ours: joining will say so
  }
}

/** Milliseconds from `now`, by the server's clock, until it is time to ask for another one; never less than 0. */
export const renewIn = ({ issuedAt, expiresAt }: Life, now: number): number =>
  Math.max(0, expiresAt - Math.min(AHEAD_MS, (expiresAt - issuedAt) / 10) - now);
