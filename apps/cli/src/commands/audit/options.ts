/** The options of `audit` as they come out of the command line. */
export interface AuditCommandOptions {
  readonly media: boolean;
  readonly max?: number;
}
