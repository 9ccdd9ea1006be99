import { type Dirent, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { CliError, EXIT } from "../../exit.js";
import type { Io } from "../../io.js";

/** An archive of a batch. */
export interface BatchInput {
  /** Absolute. */
  readonly path: string;
  /** What it is called among the others: its path below what was named, with `/`. */
  readonly name: string;
}

const PACKED = /\.(?:zip|tar|tar\.gz|tgz)$/i;
const PATTERN = /[*?[\]{}]/;

/** All archives that were named, each once, in the order of their names. */
export async function batchInputs(named: readonly string[], io: Io): Promise<readonly BatchInput[]> {
  const inputs = new Map<string, BatchInput>();
  const lists = await Promise.all(named.map((each) => expand(each, io)));
  for (const input of lists.flat()) if (!inputs.has(input.path)) inputs.set(input.path, input);
  return [...inputs.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function expand(named: string, io: Io): Promise<BatchInput[]> {
  if (named === "-") return (await linesOf(io)).map((line) => inputAt(resolve(io.cwd, line)));
  const path = resolve(io.cwd, named);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return inFolder(path);
  if (stats !== undefined) return [inputAt(path)];
  if (PATTERN.test(named)) return matching(named, io.cwd);
  throw new CliError(
    EXIT.input,
    `${named}: no such file or folder.`,
    "A pattern is put in quotes: 'exports/*.zip'.",
  );
}

function inputAt(path: string): BatchInput {
  return { path, name: basename(path) };
}

/** The archives in a folder: packed ones, and folders that are one themselves. */
function inFolder(folder: string): BatchInput[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => isArchiveDocument(name))) return [inputAt(folder)];
  return entries
    .filter((entry) => (entry.isDirectory() ? isArchiveFolder(folder, entry) : PACKED.test(entry.name)))
    .map(({ name }) => inputAt(join(folder, name)));
}

function isArchiveFolder(folder: string, { name }: Dirent): boolean {
  return readdirSync(join(folder, name)).some(isArchiveDocument);
}

function isArchiveDocument(name: string): boolean {
  return /^(?:outbox|actor|notes[^/]*|pixelfed-statuses)\.json$/i.test(name);
}

async function matching(pattern: string, cwd: string): Promise<BatchInput[]> {
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern, { cwd, absolute: true, onlyFiles: true, expandDirectories: false });
  if (found.length === 0) throw new CliError(EXIT.input, `${pattern}: nothing matches.`);
  return found.map((path) => ({ path, name: relative(cwd, path).replaceAll("\\", "/") }));
}

async function linesOf(io: Io): Promise<string[]> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of io.stdin) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  }
  return (text + decoder.decode()).split(/\r?\n/).filter((line) => line.trim() !== "");
}
