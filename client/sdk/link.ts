import { io, type Socket } from 'socket.io-client';
import type { Refusal } from '#shared/protocol/errors.ts';
import type { ClientToServer, Handshake, ServerToClient } from '#shared/protocol/socket.ts';
import { backoffMs } from './backoff.ts';
import type { ConnectionStatus } from './state.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

type Change = { status: ConnectionStatus; closedBy?: 'server' | 'page'; refusal?: Refusal };

type Parts = {
  server: string;
  handshake: () => Handshake;
  /** Shown at the door by a page without an origin. */
  ticket?: string | undefined;
  /** Something is shown before the first join: then a failure of that is a loss as well. */
  hasPicture?: boolean;
  onChange: (change: Change) => void;
  /** Returns true when the refusal was cured (a stale token dropped) and the join is worth another try. */
  onRefused: (refusal: Refusal) => boolean;
};

/** A loss shorter than this is nobody's business. */
const GRACE_MS = 2_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** A page that comes back and has heard nothing for this long doubts its line, and hears something soon or renews it. */
const SILENCE_MS = 5_000;
const PROOF_MS = 2_000;
/** A line that is found dead this soon after coming back died in its sleep: no reason to wait. */
const JUST_WOKEN_MS = 5_000;
/** An attempt older than this, found on coming back, was made on a network that is gone. */
const STUCK_MS = 1_000;

/** The line to the server: joins, notices losses, comes back by itself, and knows when not to. */
export function createLink({ server, handshake, ticket, hasPicture = false, onChange, onRefused }: Parts) {
  let attempt = 0;
  let isOver = false;
  let isMoving = false;
  let wasLive = hasPicture;
  let heardAt = Date.now();
  let triedAt = 0;
  let wokenAt = 0;
  let proofTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  let movingTimer: ReturnType<typeof setTimeout> | undefined;

  const socket: LiveSocket = io(server, {
    transports: ['websocket'],
    auth: (send) => send(handshake()),
    ...(ticket !== undefined && { query: { ticket } }),
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    timeout: CONNECT_TIMEOUT_MS,
  });

  const connect = (): void => {
    clearTimeout(retryTimer);
    if (isOver || socket.connected) return;
    triedAt = Date.now();
    socket.connect();
  };
  const retryIn = (ms: number): void => {
    clearTimeout(retryTimer);
    if (!isOver) retryTimer = setTimeout(connect, ms);
  };
  const end = (change: Change): void => {
    isOver = true;
    clearTimeout(retryTimer);
    clearTimeout(graceTimer);
    clearTimeout(movingTimer);
    clearTimeout(proofTimer);
    onChange(change);
  };
  const lost = (): void => {
    if (isOffline()) onChange({ status: 'offline' });
    else if (wasLive) {
      wasLive = false;
      onChange({ status: 'stale' });
      clearTimeout(graceTimer);
      graceTimer = setTimeout(() => onChange({ status: isOffline() ? 'offline' : 'reconnecting' }), GRACE_MS);
    }
  };

  socket.on('connect', () => {
    isMoving = false;
    heardAt = Date.now();
  });
  socket.onAny(() => {
    heardAt = Date.now();
  });
  socket.io.on('ping', () => {
    heardAt = Date.now();
  });
  socket.on('snapshot', () => {
    attempt = 0;
    wasLive = true;
    clearTimeout(graceTimer);
    onChange({ status: 'live' });
  });
  socket.on('moving', ({ spreadMs }) => {
    isMoving = true;
    clearTimeout(movingTimer);
    movingTimer = setTimeout(renew, Math.random() * spreadMs);
  });
  socket.on('disconnect', (reason) => {
    if (isOver) return;
    if (reason === 'io server disconnect' && !isMoving) {
      end({ status: 'closed', closedBy: 'server' });
      return;
    }
    lost();
    if (reason === 'io client disconnect') return;
    const hasJustWoken = Date.now() - wokenAt < JUST_WOKEN_MS;
    wokenAt = 0; // once: if that fails, it waits as everybody does
    retryIn(hasJustWoken ? 0 : backoffMs(attempt++));
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    const refusal = asRefusal(error.data);
    if (refusal && !refusal.retryable && !onRefused(refusal)) {
      end({ status: 'refused', refusal });
      return;
    }
    lost();
    retryIn(Math.max(refusal?.retryAfterMs ?? 0, backoffMs(attempt++)));
  });

  function renew(): void {
    if (isOver) return;
    socket.disconnect();
    connect();
  }
  /** Back on the page, or on a network: no waiting for timers that were set before. */
  const wake = (): void => {
    if (isOver || document.visibilityState === 'hidden') return;
    const now = Date.now();
    wokenAt = now;
    attempt = 0;
    clearTimeout(proofTimer);
    if (!socket.connected) {
      if (now - triedAt > STUCK_MS) socket.disconnect();
      connect();
    } else if (now - heardAt > SILENCE_MS) {
      proofTimer = setTimeout(() => heardAt < now && socket.connected && renew(), PROOF_MS);
    }
  };
  const wentOffline = (): void => {
    if (!socket.connected && !isOver) onChange({ status: 'offline' });
  };
  const stopListening = listenToPage(wake, wentOffline);
  connect();

  return {
    socket,
    isOver: () => isOver,
    /** Asks for a new snapshot; also the way out of `refused` and `closed` when a person asks for it. */
    reconnect(): void {
      if (isOver) onChange({ status: 'connecting' });
      isOver = false;
      attempt = 0;
      socket.disconnect();
      connect();
    },
    /** After a gap in the numbering: soon, but not at once, as a whole audience may have seen the same gap. */
    resync(): void {
      socket.disconnect();
      retryIn(backoffMs(attempt++));
    },
    /** The server speaks another protocol: only a reload brings a client that understands it. */
    outdated(): void {
      end({
        status: 'refused',
        refusal: { code: 'UNSUPPORTED', message: 'this page is out of date', retryable: false },
      });
      socket.disconnect();
    },
    close(): void {
      stopListening();
      end({ status: 'closed', closedBy: 'page' });
      socket.disconnect();
    },
  };
}

export type Link = ReturnType<typeof createLink>;

const isOffline = (): boolean => typeof window !== 'undefined' && !navigator.onLine;

function asRefusal(data: unknown): Refusal | null {
  return typeof data === 'object' && data !== null && 'code' in data ? (data as Refusal) : null;
}

/** Phones cut sockets while asleep: waking up, coming back or finding a network reconnects without waiting. */
function listenToPage(wake: () => void, wentOffline: () => void): () => void {
  if (typeof window === 'undefined') return () => {};
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  window.addEventListener('offline', wentOffline);
  return () => {
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
    window.removeEventListener('offline', wentOffline);
  };
}
