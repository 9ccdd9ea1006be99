/** What `--format` takes. */
export const FORMATS = ["pretty", "json", "sarif", "github"] as const;

/** The options of `validate` as they come out of the command line. */
export interface ValidateOptions {
  /** Name of a built-in profile, or the path of a file. */
  readonly profile?: string;
  readonly format: (typeof FORMATS)[number];
  readonly strict: boolean;
  readonly max: number;
  readonly showContent: boolean;
}
