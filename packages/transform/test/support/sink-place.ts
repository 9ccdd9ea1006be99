import { mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ArchiveError, type Diagnostic } from "@archive/schema";
import { folderSink } from "@archive/transform/node";
import { afterEach, beforeEach } from "vitest";

export const MANIFEST = { tool: "test", version: "1.0.0", command: "convert html" };
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** An output as the tests begin with it. */
export const FIRST: Files = {
  "index.html": "one",
  "posts/a.html": "a",
  "posts/b.html": "b",
  "media/x.bin": new Uint8Array([0, 255]),
};

export interface WriteOptions {
  readonly force?: boolean;
  readonly stream?: boolean;
  readonly command?: string;
  readonly path?: string;
}

/** A place for a folder of output: for each test another, which is removed behind it. */
export class SinkPlace {
  /** An empty folder. */
  root = "";
  /** Where in it the output goes. */
  out = "";
  /** What the sinks reported. */
  found: Diagnostic[] = [];

  constructor() {
    beforeEach(() => {
      this.root = realpathSync(mkdtempSync(join(tmpdir(), "folder-sink-")));
      this.out = join(this.root, "site");
      this.found = [];
    });
    afterEach(() => {
      rmSync(this.root, { recursive: true, force: true });
    });
  }

  /** Writes a whole output, and tells what became of each file. */
  async write(files: Files, options: WriteOptions = {}): Promise<Record<string, string>> {
    const { force, stream, command, path: out = this.out } = options;
    const sink = folderSink(out, { force, onDiagnostic: (each) => this.found.push(each) });
    const results: Record<string, string> = {};
    try {
      await sink.begin({ ...MANIFEST, ...(command !== undefined && { command }) });
      for (const [path, content] of Object.entries(files)) {
        results[path] = await sink.put({ path, content: stream ? chunks(content) : content });
      }
      await sink.commit();
    } catch (error) {
      await sink.abort();
      throw error;
    }
    return results;
  }

  /** Every file of the output with its text. */
  read(): Record<string, string> {
    return filesBelow(this.out);
  }
}

async function* chunks(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
}

/** Every file below a folder with its text; of a link, where it leads. */
export function filesBelow(folder: string, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry): [string, string][] => {
        const path = join(folder, entry.name);
        const name = `${prefix}${entry.name}`;
        if (entry.isDirectory()) return Object.entries(filesBelow(path, `${name}/`));
        return [[name, entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, "utf8")]];
      }),
  );
}

export function withoutManifest(files: Record<string, string>): Record<string, string> {
  const { ".ap-archive.json": _, ...rest } = files;
  return rest;
}

export function codeOf(error: unknown): string | null {
  return error instanceof ArchiveError ? error.code : null;
}

/** What something fails with. */
export async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}
