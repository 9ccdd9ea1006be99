import type { EventEmitter } from "node:events";
import type { ContainerFile } from "./container-file.js";

/** The first error met while something is written; the stream that writes can't throw it itself. */
export interface FirstFailure {
  readonly any: boolean;
  throwIfAny(): void;
}

/**
 * Writes all that a packer makes into a file, synchronously, as it comes.
 *
 * @param packer Tells its errors.
 * @param output Its bytes.
 */
export function writeAll(packer: EventEmitter, output: EventEmitter, file: ContainerFile): FirstFailure {
  let failure: { readonly error: unknown } | null = null;
  packer.on("error", (error: unknown) => {
    failure ??= { error };
  });
  output.on("data", (chunk: unknown) => {
    if (failure !== null || !(chunk instanceof Uint8Array)) return;
    try {
      file.write(chunk);
    } catch (error) {
      failure = { error };
    }
  });
  return {
    get any() {
      return failure !== null;
    },
    throwIfAny() {
      if (failure !== null) throw failure.error;
    },
  };
}
