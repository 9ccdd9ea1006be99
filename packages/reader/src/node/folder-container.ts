import { constants, type Dirent } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { ArchiveError, type Diagnostic, diagnostic, type RunOptions } from "@archive/schema";
import type { Container } from "../containers/container.js";
import { withProgress } from "../containers/entry-progress.js";
import { randomContainer } from "../containers/random-container.js";
import { decodeCp437, decodeUtf8 } from "../containers/zip-name.js";
import type { Findings } from "../guards/findings.js";
import type { GuardedLimits } from "../guards/guards.js";
import { Listing } from "../guards/listing.js";
import { shownName } from "../guards/path.js";
import { pathError } from "./file-source.js";

type Report = (found: Diagnostic) => void;

const SLASH = Buffer.from("/");
const CHUNK_BYTES = 256 * 1024;

interface Found {
  /** Relative to the folder, as the file system has it. */
  readonly name: Buffer;
  readonly isFile: boolean;
}

const textOf = (name: Uint8Array): string => decodeUtf8(name) ?? decodeCp437(name);

/** Everything below a folder but folders, sorted by the bytes of the names so that each machine finds one order. */
async function* walk(root: Buffer, below: Buffer, report: Report): AsyncGenerator<Found, void, undefined> {
  const here = below.length === 0 ? root : Buffer.concat([root, SLASH, below]);
  let children: Dirent<Buffer>[];
  try {
    children = await readdir(here, { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    if (below.length === 0) throw pathError(root.toString(), error);
    report(diagnostic("entry/unreadable", { file: shownName(textOf(below)) }));
    return;
  }
  for (const child of children.toSorted((a, b) => Buffer.compare(a.name, b.name))) {
    const name = below.length === 0 ? child.name : Buffer.concat([below, SLASH, child.name]);
    if (child.isDirectory()) yield* walk(root, name, report);
    else yield { name, isFile: child.isFile() };
  }
}

async function* fileBytes(
  path: Buffer,
  shown: string,
  report: Report,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    // A link put there since the folder was listed is not followed (Windows knows no such flag).
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      for (;;) {
        const chunk = new Uint8Array(CHUNK_BYTES);
        const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
        if (bytesRead === 0) return;
        yield chunk.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch {
    report(diagnostic("entry/unreadable", { file: shown }));
  }
}

/**
 * Opens a folder: its files at any depth, listed now, opened when read. Links are not followed.
 *
 * @throws ArchiveError `archive/unreadable` when it can't be listed, `archive/empty` when it holds no file.
 */
export async function folderContainer(
  path: string,
  limits: GuardedLimits,
  findings: Findings,
  run: RunOptions,
): Promise<Container> {
  const report = findings.of(run);
  const root = Buffer.from(path);
  const listing = new Listing<Buffer>(limits, report);
  let files = 0;
  let bytes = 0;
  for await (const { name, isFile } of walk(root, Buffer.alloc(0), report)) {
    run.signal?.throwIfAborted();
    files += 1;
    const text = textOf(name);
    if (!isFile) {
      report(diagnostic("entry/link", { file: shownName(text) }));
      continue;
    }
    const place = Buffer.concat([root, SLASH, name]);
    const stat = await lstat(place).catch(() => null);
    if (stat === null) {
      report(diagnostic("entry/unreadable", { file: shownName(text) }));
      continue;
    }
    const entryPath = listing.admit(text);
    if (entryPath === null) continue;
    bytes += stat.size;
    const modified = stat.mtime.toISOString();
    listing.add({ path: entryPath, rawPath: new Uint8Array(name), size: stat.size, modified }, place);
  }
  if (files === 0)
    throw new ArchiveError("archive/empty", { file: path, message: "The folder holds no file." });

  return randomContainer({
    kind: "folder",
    bytes,
    findings,
    listed: listing.finish(),
    read: ({ entry, place }, options, tell) =>
      withProgress(entry, fileBytes(place, entry.path, tell), options),
    close: async () => {},
  });
}
