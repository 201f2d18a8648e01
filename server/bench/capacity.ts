import { print, round } from './lib/report.ts';

/**
 * The capacity model, computed from what the other suites measured: docs/capacity.md shows the table and says which
 * run stands behind which figure. Change a figure here when a new run says so, and run it again.
 */
const MEASURED = {
  /** CPU of a frame written to one viewer, all of the product's work included: `flood` 16.8, `delivery` 14.7, `frame` 12.1 on a core whose floor is 9.2. */
  microsPerFrame: 15,
  /** `idle`: heartbeats and timers of one silent viewer, per second. */
  microsPerIdleSecond: 1.9,
  /** `idle`: resident memory of a viewer in the server; assumed: what the kernel holds for the socket. */
  serverKbPerViewer: 8,
  kernelKbPerViewer: 4.5,
  /** `idle`: a worker with nobody in it, what it shares with the others counted in each. */
  workerMb: 135,
  /** `votes`. */
  microsPerVote: 33,
  redisMicrosPerVote: 3,
  /** A comment in a deflated frame, in a minute of a crowd's short lines, and the frame without them; estimated: 70 of headers. */
  bytesPerComment: 30,
  bytesPerFrame: 160,
  /** The same comment, whole, as one node gives it to the others. */
  bytesPerShared: 180,
  /** Pub/sub of small messages on one Redis core (performance of `SPUBLISH`, deliveries per second). */
  redisDeliveriesPerCore: 450_000,
  /** Bytes per second that one Redis process puts on the wire before its core is full. */
  redisBytesPerCore: 1_000_000_000,
};
const VIEWERS_PER_WORKER = 19_000;
/** How often in a beat a worker with a large audience tells the others of its comments (each cohort's turn; eight with more than 8,750 viewers). */
const SHARES_PER_BEAT = 8;
/** How much of a core is planned for. */
const USE = 0.6;
const SHOWN_PER_SECOND = 30;

/** One event; everybody votes within ten seconds once; every worker takes in comments. */
export async function capacity(): Promise<void> {
  for (const viewers of [10_000, 100_000, 600_000, 10_000_000]) {
    for (const beatsPerSecond of [4, 2]) {
      const m = MEASURED;
      const frameCores = (viewers * beatsPerSecond * m.microsPerFrame) / 1e6;
      const idleCores = (viewers * m.microsPerIdleSecond) / 1e6;
      const voteCores = (viewers / 10) * (m.microsPerVote / 1e6);
      const cores = (frameCores + idleCores) / USE;
      const workers = Math.max(1, Math.ceil(cores), Math.ceil(viewers / VIEWERS_PER_WORKER));
      const bytesPerViewer = beatsPerSecond * m.bytesPerFrame + SHOWN_PER_SECOND * m.bytesPerComment;
      // Each worker publishes its shares of a beat, and hears everyone's: of all that is said at most the sample passes.
      const messages = workers === 1 ? 0 : workers * workers * beatsPerSecond * SHARES_PER_BEAT;
      const busBytes = workers === 1 ? 0 : workers * workers * SHOWN_PER_SECOND * m.bytesPerShared;
      print({
        suite: 'capacity',
        subject: 'xinli',
        viewers,
        beatsPerSecond,
        frameCores: round(frameCores),
        idleCores: round(idleCores, 2),
        voteCores: round(voteCores, 2),
        workers,
        machinesOf16Cores: Math.ceil(workers / 16),
        memoryGb: round(
          (viewers * (m.serverKbPerViewer + m.kernelKbPerViewer)) / 2 ** 20 + (workers * m.workerMb) / 1024,
        ),
        egressGbit: round((viewers * bytesPerViewer * 8) / 1e9, 2),
        redisVoteCores: round((viewers / 10) * (m.redisMicrosPerVote / 1e6), 3),
        redisBusCores: round(
          Math.max(messages / m.redisDeliveriesPerCore, busBytes / m.redisBytesPerCore),
          3,
        ),
        busMbPerSecond: round(busBytes / 2 ** 20),
      });
    }
  }
}
