import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { main } from "../src/main.js";

/** What a run printed, and how it ended. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run is set up. */
export interface Setting {
  readonly cwd?: string;
  readonly stdin?: Iterable<Uint8Array>;
  readonly env?: Record<string, string>;
  readonly signal?: AbortSignal;
  /** Whether the streams are terminals. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly cores?: number;
}

class Collector extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly columns: number;

  constructor(isTTY: boolean, columns: number) {
    super();
    this.isTTY = isTTY;
    this.columns = columns;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}

/** Runs the command in this process. */
export async function run(argv: readonly string[], setting: Setting = {}): Promise<Run> {
  const { isTTY = false, columns = 80 } = setting;
  const stdout = new Collector(isTTY, columns);
  const stderr = new Collector(isTTY, columns);
  async function* stdin(): AsyncIterable<Uint8Array> {
    yield* setting.stdin ?? [];
  }
  const code = await main(argv, {
    stdout,
    stderr,
    stdin: stdin(),
    env: setting.env ?? {},
    cwd: setting.cwd ?? "/",
    signal: setting.signal ?? new AbortController().signal,
    cores: setting.cores ?? 2,
    deaf: (work) => work(),
    async runSelf(again, signal) {
      const { code: exitCode, ...printed } = await run(again, {
        ...setting,
        stdin: [],
        isTTY: false,
        cores: 1,
        signal,
      });
      return { exitCode, ...printed };
    },
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** A folder that goes with the test; links in its path resolved. */
export function scratch(): { readonly path: string; readonly at: (name: string) => string } & Disposable {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "cli-test-")));
  return {
    path,
    at: (name) => join(path, name),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Every file and folder below a folder, sorted. */
export function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}
