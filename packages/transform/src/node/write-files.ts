/** Files for a folder: the bytes of each lie in one buffer. */
export interface FilesToWrite {
  readonly root: string;
  readonly files: readonly (readonly [path: string, start: number, end: number])[];
  readonly buffer: ArrayBuffer;
}

/** What became of them; the buffer comes back. */
export interface WrittenFiles {
  readonly buffer: ArrayBuffer;
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
  const { mkdirSync, writeFileSync } = process.getBuiltinModule("node:fs");
  const { dirname, join } = process.getBuiltinModule("node:path");
  const { parentPort } = process.getBuiltinModule("node:worker_threads");
  let lastFolder = "";

  parentPort?.on("message", ({ root, files, buffer }: FilesToWrite) => {
    let failed: WrittenFiles["failed"] = null;
    for (const [path, start, end] of files) {
      try {
        const to = join(root, path);
        const folder = dirname(to);
        if (folder !== lastFolder) mkdirSync(folder, { recursive: true });
        lastFolder = folder;
        writeFileSync(to, new Uint8Array(buffer, start, end - start), { flag: "wx" });
      } catch (error) {
        const { message, code, syscall }: { message: string; code?: unknown; syscall?: unknown } =
          error instanceof Error ? error : new Error(String(error));
        failed = { path, message, code, syscall };
        break;
      }
    }
    const written: WrittenFiles = { buffer, failed };
    parentPort.postMessage(written, [buffer]);
  });
}
