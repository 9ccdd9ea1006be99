import type { RunOptions } from "@archive/schema";
import { type SelectOptions, select } from "@archive/transform";
import { CliError, EXIT } from "../exit.js";
import { progressLine } from "../progress.js";
import type { Session } from "../session.js";

/** `select()` with progress; an option that means nothing is wrong usage. */
export async function selectFrom(
  archives: Parameters<typeof select>[0],
  wanted: SelectOptions,
  run: RunOptions,
  session: Session,
): ReturnType<typeof select> {
  using progress = progressLine(session, "Reading", "posts");
  try {
    return await select(archives, wanted, { ...run, onProgress: progress.onProgress });
  } catch (error) {
    // How select() says that an option means nothing, such as a date that is none.
    if (error instanceof RangeError) throw new CliError(EXIT.usage, `${error.message}.`, "", error);
    throw error;
  }
}
