import manifest from "../package.json" with { type: "json" };

/** The name outputs say they were made by. */
export const TOOL = "ap-archive";
/** The version of this command. */
export const VERSION: string = manifest.version;
