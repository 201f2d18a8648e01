import type { EventState } from '#shared/model/state.ts';
import type { PollId, RoundId } from '#shared/model/ids.ts';
import type { Count } from './count.ts';
import { type Seat, takeSeat } from './seat.ts';
import { gesture, nicknameOf, remark, type Topic } from './talk.ts';
import { arrivals, type Chance, favourites, mood, pause, thinkingSeconds } from './temper.ts';

type Plan = {
  url: string;
  event: string;
  viewers: number;
  commentsPerSecond: number;
  chance: Chance;
  count: Count;
};

/** Viewers who come one after the other, talk, react and vote, as long as nobody sends them home. */
export type Crowd = {
  /** What everybody in the room sees now; news makes them talk, an open box makes them vote. */
  notice(state: EventState): void;
  leave(): void;
};

/** Not everybody votes. */
const TURNOUT = 0.82;
/** One in so many loses the network in a second. */
const STUMBLES = 0.000_5;
/** Nobody writes two comments faster. */
const BREATH_MS = 9_000;

export function gatherCrowd({ url, event, viewers, commentsPerSecond, chance, count }: Plan): Crowd {
  const seats: { seat: Seat; name: string; spokeAt: number }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const asked = new Set<PollId | RoundId>();
  const startedAt = Date.now();
  let newsAt = startedAt;
  let state: EventState | null = null;
  let seen = '';

  function after(seconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, seconds * 1000);
    timers.add(timer);
  }

  const someone = (): (typeof seats)[number] | undefined => seats[Math.floor(chance() * seats.length)];

  function talk(): void {
    const second = (Date.now() - startedAt) / 1000;
    const share = seats.length / viewers;
    const rate = commentsPerSecond * share * mood(second, (Date.now() - newsAt) / 1000);
    const speaker = someone();
    if (speaker !== undefined && state !== null && Date.now() - speaker.spokeAt > BREATH_MS) {
      speaker.spokeAt = Date.now();
      const text = remark(topicOf(state), chance).slice(0, state.event.comments.maxLength);
      void speaker.seat.send('comment:post', { text, nickname: speaker.name });
    }
    after(pause(rate, chance), talk);
  }

  function react(): void {
    const share = seats.length / viewers;
    const kind = gesture(state?.contest?.current != null, chance);
    void someone()?.seat.send('reaction:send', { kind, count: 1 + Math.floor(chance() ** 2 * 12) });
    after(pause(commentsPerSecond * 1.6 * share, chance), react);
  }

  function stumble(): void {
    someone()?.seat.stumble();
    after(pause(STUMBLES * viewers, chance), stumble);
  }

  function ballots(open: EventState): void {
    for (const { id, status, options, multiple } of open.polls) {
      if (status !== 'open' || asked.has(id)) continue;
      asked.add(id);
      everyoneThinks((seat) => {
        const chosen = favourites(options.length, 1 + Math.floor(chance() * multiple), id, chance);
        const optionIds = chosen.flatMap((index) => options[index]?.id ?? []);
        void seat.send('poll:vote', { pollId: id, optionIds });
      });
    }
    for (const { id, voting, vote } of open.contest?.rounds ?? []) {
      if (!voting?.isOpen || asked.has(id)) continue;
      asked.add(id);
      everyoneThinks((seat) => {
        const chosen = favourites(voting.entries.length, vote.perViewer, id, chance);
        const entryIds = chosen.flatMap((index) => voting.entries[index] ?? []);
        void seat.send('contest:vote', { roundId: id, entryIds });
      });
    }
  }

  function everyoneThinks(act: (seat: Seat) => void): void {
    for (const { seat } of seats) if (chance() < TURNOUT) after(thinkingSeconds(chance), () => act(seat));
  }

  for (const [index, second] of arrivals(viewers).entries()) {
    after(second, () =>
      seats.push({ seat: takeSeat({ url, event, count }), name: nicknameOf(index), spokeAt: 0 }),
    );
  }
  after(1, talk);
  after(1.5, react);
  after(20, stumble);

  return {
    notice(next) {
      state = next;
      ballots(next);
      const news = JSON.stringify([topicOf(next), next.stage]);
      if (news !== seen) newsAt = Date.now();
      seen = news;
    },
    leave() {
      for (const timer of timers) clearTimeout(timer);
      for (const { seat } of seats) seat.leave();
    },
  };
}

function topicOf({ contest, rundown, polls }: EventState): Topic {
  const current = contest?.contestants.find(({ id }) => id === contest.current?.entryId);
  return {
    performer: current?.name ?? null,
    organisation: current?.organisation ?? null,
    item: rundown.find(({ status }) => status === 'live')?.title ?? null,
    poll: polls.find(({ status }) => status === 'open')?.question ?? null,
  };
}
