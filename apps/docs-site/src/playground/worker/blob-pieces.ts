/** So much is held in the worker's memory at once. */
const PIECE_BYTES = 8 * 1024 * 1024;

/**
 * Gathers bytes into a blob piece by piece. A browser keeps finished pieces outside this thread's memory, and on
 * disk when there are many, so that an output may be larger than memory.
 */
export class BlobPieces {
  readonly #pieces: Blob[] = [];
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;

  add(chunk: Uint8Array): void {
    // A copy: whoever made the chunk may write to it again.
    this.#chunks.push(new Uint8Array(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes >= PIECE_BYTES) this.#close();
  }

  blob(type: string): Blob {
    this.#close();
    return new Blob(this.#pieces, { type });
  }

  #close(): void {
    if (this.#chunks.length > 0) this.#pieces.push(new Blob(this.#chunks));
    this.#chunks = [];
    this.#bytes = 0;
  }
}
