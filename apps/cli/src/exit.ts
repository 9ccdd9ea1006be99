/** What the command ends with; scripts rely on these. */
export const EXIT = {
  done: 0,
  /** Done, but the archive has errors, or something selected or salvaged was lost. */
  findings: 1,
  /** Wrong usage, also an output that exists and is not ours. */
  usage: 2,
  input: 3,
  output: 4,
  interrupted: 130,
} as const;

/** An end that is no fault of an archive: thrown anywhere, told in one line. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: number;
  readonly hint: string;

  constructor(exitCode: number, message: string, hint = "", cause?: unknown) {
    super(message, { cause });
    this.exitCode = exitCode;
    this.hint = hint;
  }
}
