import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Archive } from "@archive/reader";
import { ArchiveError, type Diagnostic, type DiagnosticCode, type RunOptions } from "@archive/schema";
import type { DocumentFile } from "@archive/transform";
import { CliError, EXIT } from "../../exit.js";
import { openInput } from "../../open-input.js";
import type { Session } from "../../session.js";

/** What the paths at the command line are. */
export type OpenSubject =
  | { readonly kind: "archive"; readonly path: string; readonly archive: Archive }
  /** Paths as given, or as found in a folder that was given. */
  | { readonly kind: "documents"; readonly paths: readonly string[] };

const JSON_NAME = /\.(?:json|jsonld)$/i;
const NO_ARCHIVE: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "archive/not-an-archive",
  "archive/no-outbox",
  "archive/empty",
]);

/**
 * Tells an archive from documents. Several JSON files are documents, whatever is in them; so are the JSON files
 * of a folder that is no archive, and a single file named as JSON that no dialect knows as an archive.
 */
export async function openSubject(
  paths: readonly string[],
  session: Session,
  run: RunOptions,
): Promise<OpenSubject> {
  const [path = ""] = paths;
  if (paths.length > 1) return { kind: "documents", paths: await documentsOf(paths, session) };
  const told: Diagnostic[] = [];
  let report = (found: Diagnostic): void => void told.push(found);
  const held = { ...run, onDiagnostic: (found: Diagnostic) => report(found) };
  const archive = await openInput(path, session, held).catch(async (error: unknown) => {
    if (!(error instanceof ArchiveError) || !NO_ARCHIVE.has(error.code) || path === "-") throw error;
    const documents = await documentsAt(path, session);
    if (documents.length === 0) throw error;
    return documents;
  });
  if (Array.isArray(archive)) return { kind: "documents", paths: archive };
  if (isSingleDocument(path, archive)) {
    await archive[Symbol.asyncDispose]();
    return { kind: "documents", paths: [path] };
  }
  report = run.onDiagnostic ?? (() => {});
  for (const found of told) report(found);
  return { kind: "archive", path, archive };
}

/** Reads documents one after the other. */
export async function* readDocuments(
  paths: readonly string[],
  { io }: Session,
): AsyncGenerator<DocumentFile, void, undefined> {
  for (const path of paths) {
    io.signal.throwIfAborted();
    yield { path, bytes: await readFile(resolve(io.cwd, path)) };
  }
}

/** A collection that no exporter wrote and that is not named as an outbox is a document like any other. */
function isSingleDocument(path: string, { info }: Archive): boolean {
  const isUnknown = info.container === "json" && info.dialect === "activitystreams";
  return isUnknown && JSON_NAME.test(path) && !/outbox/i.test(basename(path));
}

async function documentsOf(paths: readonly string[], session: Session): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    const documents = await documentsAt(path, session);
    if (documents.length > 0) all.push(...documents);
    else {
      const hint = "Validate archives one at a time; several paths are taken for JSON documents.";
      throw new CliError(EXIT.usage, `${path === "-" ? "Standard input" : path} is no .json file.`, hint);
    }
  }
  return all;
}

/** The JSON files at a path: itself, or those in the folder that it is. */
async function documentsAt(path: string, { io }: Session): Promise<string[]> {
  if (path === "-") return [];
  const isNamedJson = JSON_NAME.test(path);
  const stats = await stat(resolve(io.cwd, path)).catch((cause: unknown) => {
    if (isNamedJson) throw new ArchiveError("archive/not-found", { file: path, cause });
    return null;
  });
  if (stats?.isDirectory() !== true) return isNamedJson ? [path] : [];
  const names = await readdir(resolve(io.cwd, path), { recursive: true });
  const found: string[] = [];
  for (const name of names.filter((each) => JSON_NAME.test(each)).sort()) {
    // Links are not followed.
    if ((await lstat(resolve(io.cwd, path, name))).isFile()) found.push(join(path, name));
  }
  return found;
}
