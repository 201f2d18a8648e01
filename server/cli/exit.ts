/** What the exit code tells a script. */
export const EXIT = { failed: 1, usage: 2, auth: 3, notFound: 4, conflict: 5, unreachable: 6 } as const;

/** Ends the command with a sentence for the person and a code for the script. */
export class Stop extends Error {
  override name = 'Stop';
  readonly exitCode: (typeof EXIT)[keyof typeof EXIT];

  constructor(exit: keyof typeof EXIT, message: string) {
    super(message);
    this.exitCode = EXIT[exit];
  }
}
