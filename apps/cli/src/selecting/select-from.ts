import type { RunOptions } from "@archive/schema";
import { type SelectOptions, select } from "@archive/transform";
import { progressLine } from "../progress.js";
import type { Session } from "../session.js";

/** `select()` with progress. */
export async function selectFrom(
  archives: Parameters<typeof select>[0],
  wanted: SelectOptions,
  run: RunOptions,
  session: Session,
): ReturnType<typeof select> {
  using progress = progressLine(session, "Reading", "posts");
  return await select(archives, wanted, { ...run, onProgress: progress.onProgress });
}
