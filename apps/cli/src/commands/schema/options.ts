/** The options of `schema` as they come out of the command line. */
export interface SchemaOptions {
  readonly profile: "as2" | "wild";
}
