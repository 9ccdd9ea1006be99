/** A stream for text; of a terminal, it knows its width. */
export type TextStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Everything the command needs of the world around it. */
export interface Io {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths are relative to this. */
  readonly cwd: string;
  /** Aborted at Ctrl-C. */
  readonly signal: AbortSignal;
  /** Cores that this run may keep busy. With one, it starts no thread beside its own. */
  readonly cores: number;
  /**
   * Runs the command itself in another process, which keeps to one core and ends when the signal is aborted. Whatever
   * becomes of that process, it is told by the result.
   */
  runSelf(argv: readonly string[], signal: AbortSignal): Promise<SelfRun>;
  /**
   * Does work during which Ctrl-C can't be heard for long, for it gives nothing else a turn. Whoever runs the command
   * ends the whole program then: nothing may be open that would be left behind.
   */
  deaf<T>(work: () => Promise<T>): Promise<T>;
}

/** How a run of the command itself ended, and what it printed. */
export interface SelfRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}
