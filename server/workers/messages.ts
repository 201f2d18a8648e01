/** What a worker and its supervisor say to each other over Node's own channel between processes. */
export type FromWorker =
  /** It listens, on this port. */
  | { kind: 'ready'; port: number }
  /** Somebody asked this worker for metrics: it wants everyone's. */
  | { kind: 'ask'; id: number }
  | { kind: 'tell'; id: number; text: string };

export type ToWorker =
  | { kind: 'asked'; id: number }
  /** The texts of all workers that answered in time. */
  | { kind: 'answer'; id: number; texts: string[] };
