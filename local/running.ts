/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that runs, as its starter hands it out. */
export interface Running {
  /** Undefined when the process is not ours. */
  readonly pid: number | undefined;
  readonly exited: Promise<Exit>;
  /** False when it had ended already. */
  kill(signal: NodeJS.Signals): boolean;
  /** Asks it to end, and after some seconds makes it. */
  stop(): Promise<void>;
}
