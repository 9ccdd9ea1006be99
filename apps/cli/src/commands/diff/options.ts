/** The options of `diff` as they come out of the command line. */
export interface DiffCommandOptions {
  readonly max?: number;
}
