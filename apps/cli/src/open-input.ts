import { resolve } from "node:path";
import { type Archive, type Container, openArchive, openContainer } from "@archive/reader";
import type { RunOptions } from "@archive/schema";
import { CliError, EXIT } from "./exit.js";
import type { Io } from "./io.js";
import type { Session } from "./session.js";

/** Standard input can be read only once, and archives are read in any order: it is kept in memory. */
const LARGEST_INPUT = 512 * 2 ** 20;

/** Opens what was named at the command line; `-` is standard input. */
export async function openInput(path: string, session: Session, run: RunOptions): Promise<Archive> {
  const { salvage } = session.options;
  return openArchive(await sourceOf(path, session.io, run), { ...run, salvage });
}

/** Opens what an archive is packed in, whatever is in it; `-` is standard input. */
export async function openContainerInput(
  path: string,
  session: Session,
  run: RunOptions,
): Promise<Container> {
  const { salvage } = session.options;
  return openContainer(await sourceOf(path, session.io, run), { ...run, salvage });
}

async function sourceOf(path: string, io: Io, run: RunOptions): Promise<string | Uint8Array> {
  return path === "-" ? readInput(io, run) : resolve(io.cwd, path);
}

async function readInput(io: Io, run: RunOptions): Promise<Uint8Array> {
  if (io.stdin.isTTY === true) {
    throw new CliError(
      EXIT.usage,
      "- reads standard input, but that is the keyboard.",
      "Pipe an archive in: cat archive.zip | ap-archive inspect -",
    );
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of io.stdin) {
    run.signal?.throwIfAborted();
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length > LARGEST_INPUT) {
      throw new CliError(
        EXIT.input,
        "Standard input holds more than 512 MiB.",
        "Save it to a file, and pass the file's path.",
      );
    }
  }
  return Buffer.concat(chunks, length);
}
