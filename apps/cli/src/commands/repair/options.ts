/** The options of `repair` as they come out of the command line. */
export interface RepairCommandOptions {
  readonly out?: string;
  readonly dryRun: boolean;
  readonly includeSecrets: boolean;
  readonly max?: number;
}
