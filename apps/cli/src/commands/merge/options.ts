/** The options of `merge` as they come out of the command line. */
export interface MergeCommandOptions {
  readonly out: string;
}
