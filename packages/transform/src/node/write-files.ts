/** Files for a folder: the bytes of each lie in one buffer. */
export interface FilesToWrite {
  readonly root: string;
  readonly files: readonly FileToWrite[];
  readonly buffer: ArrayBuffer;
}

/** A file, and whether its hash is to be told. */
export type FileToWrite = readonly [path: string, start: number, end: number, isHashed: boolean];

/** What became of them; the buffer comes back. */
export interface WrittenFiles {
  readonly buffer: ArrayBuffer;
  /** SHA-256 in hex of those whose hash is to be told, in their order. */
  readonly hashes: readonly string[];
  /** The file that could not be written, and what the operating system said; an error itself would lose that on its way. */
  readonly failed: {
    readonly path: string;
    readonly message: string;
    readonly code?: unknown;
    readonly syscall?: unknown;
  } | null;
}

/**
 * What the writing thread does. It is handed to the thread as its source, so it names nothing from outside itself,
 * not even an import.
 */
export function writeFiles(): void {
  const { hash } = process.getBuiltinModule("node:crypto");
  const { mkdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
  const { dirname, join } = process.getBuiltinModule("node:path");
  const { parentPort } = process.getBuiltinModule("node:worker_threads");
  let lastFolder = "";

  parentPort?.on("message", ({ root, files, buffer }: FilesToWrite) => {
    let failed: WrittenFiles["failed"] = null;
    const hashes: string[] = [];
    for (const [path, start, end, isHashed] of files) {
      try {
        const to = join(root, path);
        const folder = dirname(to);
        if (folder !== lastFolder) mkdirSync(folder, { recursive: true });
        lastFolder = folder;
        const bytes = new Uint8Array(buffer, start, end - start);
        writeFileSync(to, bytes, { flag: "wx" });
        if (isHashed) hashes.push(hash("sha256", bytes, "hex"));
      } catch (error) {
        const { message, code, syscall }: { message: string; code?: unknown; syscall?: unknown } =
          error instanceof Error ? error : new Error(String(error));
        failed = { path, message, code, syscall };
        break;
      }
    }
    const written: WrittenFiles = { buffer, hashes, failed };
    parentPort.postMessage(written, [buffer]);
  });
}
