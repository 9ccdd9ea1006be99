import type { Archive } from "@archive/reader";
import type { RunOptions } from "@archive/schema";
import { CliError, EXIT } from "./exit.js";
import { openInput } from "./open-input.js";
import type { Session } from "./session.js";

/** Several archives that are closed together. */
export interface Inputs extends AsyncDisposable {
  readonly archives: readonly Archive[];
}

/** Opens all archives that were named at the command line. */
export async function openInputs(
  paths: readonly string[],
  session: Session,
  run: RunOptions,
  more: Parameters<typeof openInput>[3] = {},
): Promise<Inputs> {
  if (paths.filter((path) => path === "-").length > 1) {
    throw new CliError(EXIT.usage, "Standard input (-) can be read only once.");
  }
  const archives: Archive[] = [];
  const close = async (): Promise<void> => {
    for (const archive of archives) await archive[Symbol.asyncDispose]();
  };
  try {
    for (const path of paths) archives.push(await openInput(path, session, run, more));
  } catch (error) {
    await close();
    throw error;
  }
  return { archives, [Symbol.asyncDispose]: close };
}
