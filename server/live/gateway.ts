import type { ActorId, EventSlug, PollId } from '#shared/model/ids.ts';
import type { OptionId } from '#shared/model/ids.ts';
import type { ScreenPage } from '#shared/model/screen.ts';
import { DEFLATE_FORM, PROTOCOL_VERSION } from '#shared/protocol/version.ts';
import type { Welcome } from '#shared/protocol/updates.ts';
import { audienceOf, seesDrafts } from '#shared/rules/audience.ts';
import { openedBoxes } from '#shared/rules/boxes.ts';
import { deviceOf } from '#shared/rules/contest/devices.ts';
import { cardsOfJudge } from '#shared/rules/contest/own-cards.ts';
import { muteOf } from '#shared/rules/mutes.ts';
import { isRevoked, isScreenLink } from '#shared/rules/screens.ts';
import type { Execute } from '../execute.ts';
import type { Live } from '../context.ts';
import type { Provenance } from '../lib/provenance.ts';
import { AppError, fail, refusal } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/store.ts';
import { encode } from './broadcast.ts';
import type { Connection, Seat } from './connection.ts';
import type { Door, SocketServer } from './door.ts';
import type { LiveEvents } from './events.ts';
import { HandshakeSchema, type Identity, screen } from './identity.ts';
import type { LiveEvent } from './live-event.ts';

/** One person may have a few pages open; the oldest connection makes room. */
const CONNECTIONS_PER_ACTOR = 8;
/** Messages that could not have come from our client before the connection is cut. */
const MAX_VIOLATIONS = 10;

const DRAIN_SLICES = 25;

type Parts = {
  door: Door;
  events: LiveEvents;
  execute: Execute;
  identity: Identity;
  store: Store;
  clock: Clock;
  /** Milliseconds a newcomer without a token has to wait, by where they come from; 0 to go on. */
  mayIssue(address: string): number;
  /** Where a connection comes from, by its address and its identity's age. */
  provenanceOf(address: string, bornAt: number | null): Provenance;
  observe(change: 'joined' | 'left' | 'violation'): void;
  onFailure(error: unknown): void;
};

export type Gateway = {
  /** Asks everyone to come back somewhere else, and closes their connections spread over `spreadMs`. */
  drain(spreadMs: number): Promise<void>;
};

/** The handshake is the join: it says who and where, and is answered with `welcome`, the snapshot, then frames. */
export function openGateway(parts: Parts): Gateway {
  const { door, execute, observe, onFailure } = parts;
  let isDraining = false;
  /** Which stage page a connection is; beside the seats, as all but a few are viewers. */
  const pages = new WeakMap<Connection, string>();

  function seat(connection: Connection, { seat: place, welcome, page, deflate }: Admitted): void {
    const { actor, audience, event } = place;
    connection.deflate = deflate;
    connection.accept(place, () => {
      connection.put(encode('welcome', withOwnCards(welcome, event)));
      event.feed.audience(audience).join(connection);
    });
    if (connection.seat !== place) return; // gone while it was let in
    if (actor.number !== null) event.presence.join(actor.number);
    if (page !== undefined) {
      pages.set(connection, page.id);
      event.screenPages.join(page);
    }
    observe('joined');
    if (actor.id === screen.id) return;
    const room = roomOf(event.slug, actor.id);
    door.enter(connection, room);
    door.oldestBeyond(room, CONNECTIONS_PER_ACTOR)?.disconnect();
  }

  function refuseUnanswerable(connection: Connection): void {
    observe('violation');
    connection.violations += 1;
    if (connection.violations >= MAX_VIOLATIONS) connection.disconnect();
  }

  door.open({
    knock(connection, auth) {
      if (isDraining)
        return refuse(
          connection,
          new AppError('UNAVAILABLE', 'this node is stopping', { retryAfterMs: 1000 }),
        );
      admit(connection, auth, parts)
        .then(
          (admitted) => seat(connection, admitted),
          (error: unknown) => {
            if (!(error instanceof AppError || error instanceof StoreUnavailable)) onFailure(error);
            refuse(connection, error);
          },
        )
        .catch(onFailure);
    },
    hear(connection, name, args, ack) {
      if (ack === undefined || connection.seat === null) return refuseUnanswerable(connection);
      const { event, actor, provenance } = connection.seat;
      const input = args.length === 1 ? args[0] : undefined;
      execute(event.slug, name, actor, input, provenance)
        .then((answer) => connection.answer(ack, answer))
        .catch(onFailure);
    },
    leave(connection, { actor, audience, event }) {
      event.feed.audience(audience).leave(connection);
      if (actor.number !== null) event.presence.leave(actor.number);
      const page = pages.get(connection);
      if (page !== undefined) event.screenPages.leave(page);
      observe('left');
    },
  });

  return {
    async drain(spreadMs) {
      isDraining = true;
      const connections = shuffled([...door.connections]);
      const moving = encode('moving', { spreadMs });
      for (const connection of connections) if (connection.seat !== null) connection.put(moving);
      const perSlice = Math.ceil(connections.length / DRAIN_SLICES);
      while (connections.length > 0) {
        await new Promise((resolve) => void setTimeout(resolve, spreadMs / DRAIN_SLICES));
        for (const connection of connections.splice(0, perSlice)) connection.close();
      }
    },
  };
}

/** Reaches one actor's connections on every node, through Socket.IO's adapter. */
export const reachActors =
  (io: SocketServer) =>
  (slug: EventSlug): Pick<Live, 'notify' | 'disconnect'> => ({
    notify: (actorId, notice) => void io.to(roomOf(slug, actorId)).emit('notice', notice),
    disconnect: (actorId) => io.in(roomOf(slug, actorId)).disconnectSockets(true),
  });

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, key: Math.random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

const roomOf = (slug: EventSlug, actorId: ActorId): string => `${slug}/${actorId}`;

type Admitted = { seat: Seat; welcome: Welcome; page?: ScreenPage | undefined; deflate: boolean };

async function admit(
  { address }: Connection,
  auth: unknown,
  { events, identity, store, clock, mayIssue, provenanceOf }: Parts,
): Promise<Admitted> {
  const handshake = HandshakeSchema.safeParse(auth);
  if (!handshake.success) fail('INVALID', 'auth: { event, token?, role?, deflate? }');
  const { event: slug, token, role, deflate } = handshake.data;
  const known = token === undefined ? null : identity.verify(slug, token);
  const isScreen = known === null && role === 'screen';
  if (known === null && role !== undefined && role !== 'viewer' && !isScreen)
    fail('FORBIDDEN', `${role} needs a token`);
  if (known === null && !isScreen) {
    const retryAfterMs = mayIssue(address);
    if (retryAfterMs > 0) fail('RATE', 'too many newcomers from here', { retryAfterMs });
  }
  const event = await events.open(slug);
  const actor = known?.actor ?? (isScreen ? screen : await identity.newViewer(slug));
  const audience = audienceOf(actor.role);
  const { state } = event.ledger;
  if (!seesDrafts(actor.role) && !isScreenLink(actor.id) && state.event.status === 'draft')
    fail('NOT_FOUND', `no event ${slug}`);
  if (isRevoked(state, actor.id)) fail('FORBIDDEN', 'this right was revoked');
  const ballots = known?.actor.number == null ? {} : await ballotsOf(event, known.actor.number, store);
  const bearer = token ?? (isScreen ? '' : identity.sign(slug, actor, null));
  const mute = muteOf(state, actor.id, clock.now());
  const link = state.desk.screenLinks.find(({ id }) => id === actor.id);
  const welcome: Welcome = {
    protocol: PROTOCOL_VERSION,
    you: {
      ...actor,
      ballots,
      mutedUntil: mute?.kind === 'muted' ? mute.until : null,
      ...(link?.mayStep && { mayStep: true }),
    },
    token: bearer,
    serverTime: clock.now(),
  };
  const provenance = provenanceOf(address, known === null ? clock.now() : known.bornAt);
  const page = actor.role === 'screen' ? handshake.data.page : undefined;
  return { seat: { actor, audience, event, provenance }, welcome, page, deflate: deflate === DEFLATE_FORM };
}

/** A judge's own cards, read in the same moment in which they begin to hear of changes to them. */
function withOwnCards(welcome: Welcome, { ledger }: LiveEvent): Welcome {
  const judgeId = deviceOf(ledger.state.contest, welcome.you.id)?.judgeId;
  if (judgeId === undefined) return welcome;
  return { ...welcome, you: { ...welcome.you, judgeId, cards: cardsOfJudge(ledger.sealed, judgeId) } };
}

/** A returning viewer's own ballots, for every box that was ever open. */
async function ballotsOf(
  { slug, ledger }: LiveEvent,
  viewer: number,
  store: Store,
): Promise<Record<PollId, OptionId[]>> {
  const optionsOf = openedBoxes(ledger.state);
  if (optionsOf.size === 0) return {};
  const chosen = await store.readBallots(slug, viewer, [...optionsOf.keys()]);
  const ballots: Record<PollId, OptionId[]> = {};
  for (const [id, indexes] of chosen)
    ballots[id] = indexes.flatMap((index) => optionsOf.get(id)?.[index] ?? []);
  return ballots;
}

function refuse(connection: Connection, error: unknown): void {
  const refused =
    error instanceof AppError
      ? error
      : error instanceof StoreUnavailable
        ? new AppError('UNAVAILABLE', 'the store did not answer', { retryAfterMs: 1000 })
        : new AppError('INTERNAL', 'something went wrong here');
  connection.refuse(refused.code, refusal(refused));
}
