import type { EventState } from '#shared/model/state.ts';
import type { Frame, SentFrame, Snapshot } from '#shared/protocol/updates.ts';
import { frameFrom, snapshotFrom } from '#shared/rules/deflated.ts';
import { foldFrame } from '#shared/rules/fold.ts';

/**
 * Where in what is sent a viewer is. Many are sent the same bytes, so each message is read once, by whoever gets it first,
 * and recognised by all who follow from the same place: this is what keeps an audience cheaper than the server it listens to.
 */
export type Place = {
  readonly payload: Buffer;
  /** Of the whole message. */
  readonly bytes: number;
  /** Comments in the message that led here, and its `t`. */
  readonly comments: number;
  readonly bornAt: number;
  /** What a page would know here, to read the next message with; null with a peer, whose messages stand by themselves. */
  readonly state: EventState | null;
};

export const nowhere: Place = {
  payload: Buffer.alloc(0),
  bytes: 0,
  comments: 0,
  bornAt: 0,
  state: null,
};

/** The last messages of all, newest first: while one is being sent, some still hold the one before. */
const recent: Place[] = [];
const KNOWN = 16;
/** The text that announces a frame's bytes, and its header. */
const AHEAD = '451-["frame",{"_placeholder":true,"num":0}]'.length + 2;

export const atSnapshot = (payload: Buffer, isDeflated: boolean): Place =>
  known(payload) ??
  keep({
    ...nowhere,
    payload: Buffer.from(payload),
    state: snapshotFrom(isDeflated ? payload : (payloadIn(payload.toString()) as Snapshot)).state,
  });

export const after = ({ state }: Place, payload: Buffer, isDeflated: boolean): Place =>
  known(payload) ??
  keep({
    payload: Buffer.from(payload),
    bytes: payload.length + (isDeflated ? AHEAD : 0),
    ...read(state, payload, isDeflated),
  });

const known = (payload: Buffer): Place | undefined =>
  recent.find((one) => one.payload.length === payload.length && one.payload.equals(payload));

function keep(place: Place): Place {
  recent.unshift(place);
  recent.length = Math.min(recent.length, KNOWN);
  return place;
}

function read(
  state: EventState | null,
  payload: Buffer,
  isDeflated: boolean,
): Pick<Place, 'comments' | 'bornAt' | 'state'> {
  if (state === null) {
    const text = payload.toString();
    return {
      comments: text.split('"text":').length - 1,
      bornAt: Number(/"t":(\d+)/.exec(text)?.[1]),
      state: null,
    };
  }
  const frame: Frame = frameFrom(isDeflated ? payload : (payloadIn(payload.toString()) as SentFrame), state);
  return { comments: frame.comments.length, bornAt: frame.t, state: foldFrame(state, frame) };
}

/** `42["name",payload]` */
export const payloadIn = (text: string): unknown => (JSON.parse(text.slice(2)) as [string, unknown])[1];
