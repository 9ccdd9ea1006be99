import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Archive, type Container, openArchive, openContainer } from "@archive/reader";
import type { RunOptions } from "@archive/schema";
import { CliError, EXIT } from "./exit.js";
import type { Io } from "./io.js";
import type { Session } from "./session.js";
import { keepHeapSmall } from "./small-heap.js";

/** Opens what was named at the command line; `-` is standard input. */
export async function openInput(
  path: string,
  session: Session,
  run: RunOptions,
  more: { readonly beside?: boolean | undefined } = {},
): Promise<Archive> {
  const { salvage, trustVisibility, account } = session.options;
  // Before anything is read, where that can be known: by how much the heap has grown, it stays.
  const file = await stat(path).catch(() => null);
  const isLarge = file !== null && file.size > LARGE;
  if (isLarge) keepHeapSmall();
  const archive = await openArchive(sourceOf(path, session.io), {
    ...run,
    ...more,
    salvage,
    trustVisibility,
    account,
  });
  if (!isLarge && archive.info.bytes > LARGE) keepHeapSmall();
  return archive;
}

/** From this size on, packed, memory counts for more than time. */
const LARGE = 200 * 2 ** 20;

/** Opens what an archive is packed in, whatever is in it; `-` is standard input. */
export async function openContainerInput(
  path: string,
  session: Session,
  run: RunOptions,
): Promise<Container> {
  const { salvage } = session.options;
  return openContainer(sourceOf(path, session.io), { ...run, salvage });
}

function sourceOf(path: string, io: Io): string | Io["stdin"] {
  return path === "-" ? standardInput(io) : resolve(io.cwd, path);
}

/** Standard input; whoever opens it takes it in whole, in memory or in a temporary file. */
function standardInput(io: Io): Io["stdin"] {
  if (io.stdin.isTTY === true) {
    throw new CliError(
      EXIT.usage,
      "- reads standard input, but that is the keyboard.",
      "Pipe an archive in: cat archive.zip | ap-archive inspect -",
    );
  }
  return io.stdin;
}
