import { type Extract, extract, type Header } from "tar-stream";

/** One header of a tar with its data, as they stream by. */
export interface TarMember {
  readonly header: Header;
  /** Byte in the unpacked tar where its data begin. */
  readonly dataStart: number;
  readonly size: number;
  /** Its data; whatever of them is not pulled is skipped when the next member is asked for. */
  data(): AsyncIterable<Uint8Array>;
}

/** How a pass ended, filled in when it has. */
export interface TarEnd {
  /** `whole`: with the mark that ends a tar. `unmarked`: after a whole entry, without the mark. */
  outcome: "whole" | "unmarked" | "cut" | "damaged" | null;
}

/** What the feeder and the reader of one pass tell each other. */
interface PassState {
  /** Bytes of the tar given to the extractor. */
  fed: number;
  /** End of the data of the member at hand. */
  dataEnd: number;
  /** Zeros at the end of what was fed, counted up to one block. */
  zeroTail: number;
  inputOver: boolean;
  /** The extractor has been told that the tar is over. */
  ended: boolean;
  stopped: boolean;
  failure: { readonly error: unknown } | null;
}

const BLOCK = 512;

/** tar-stream never ends the data of a folder that claims some; no data follow its header either. */
const sizeOf = (header: Header): number => (header.type === "directory" ? 0 : header.size);

const byteOffsetOf = (header: Header): number =>
  "byteOffset" in header && typeof header.byteOffset === "number" ? header.byteOffset : 0;

/**
 * Gives the tar to the extractor. Where the input ends within an entry, one more byte follows: it makes the
 * extractor hand out all it has, where an end would make it drop that.
 */
async function feed(extractor: Extract, input: AsyncIterable<Uint8Array>, state: PassState): Promise<void> {
  let release: (() => void) | null = null;
  extractor.on("close", () => release?.());
  extractor.on("drain", () => release?.());
  // Its mark of 1 byte makes the extractor say `drain` after every write, once it has used all that was written.
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      release = resolve;
      if (extractor.destroyed || extractor.write(bytes)) resolve();
    });
  try {
    for await (const chunk of input) {
      if (state.stopped || extractor.destroyed) return;
      if (chunk.length === 0) continue;
      state.fed += chunk.length;
      state.zeroTail = endsInZeros(chunk, state.zeroTail);
      await write(chunk);
    }
  } catch (error) {
    state.failure = { error };
    extractor.destroy();
    return;
  }
  state.inputOver = true;
  if (state.stopped || extractor.destroyed) return;
  if (state.fed < state.dataEnd) await write(new Uint8Array(1));
  else {
    state.ended = true;
    extractor.end(null);
  }
}

/** How many zeros the tar ends in, counted up to one block. */
function endsInZeros(chunk: Uint8Array, before: number): number {
  const tail = chunk.subarray(-BLOCK);
  const last = tail.findLastIndex((byte) => byte !== 0);
  const zeros = tail.length - 1 - last;
  return last >= 0 || tail.length === BLOCK ? zeros : Math.min(BLOCK, before + zeros);
}

/**
 * The members of a tar, in one pass; never throws on data: `end` says how it went.
 *
 * @throws what `input` throws.
 */
export async function* tarMembers(
  input: AsyncIterable<Uint8Array>,
  end: TarEnd,
): AsyncGenerator<TarMember, void, undefined> {
  // Names as their bytes, one character each; old tars have no magic word in their headers.
  const options = { filenameEncoding: "latin1", allowUnknownFormat: true, highWaterMark: 1 };
  const extractor = extract(options);
  const state: PassState = {
    fed: 0,
    dataEnd: 0,
    zeroTail: 0,
    inputOver: false,
    ended: false,
    stopped: false,
    failure: null,
  };
  extractor.on("entry", (header: Header) => {
    state.dataEnd = byteOffsetOf(header) + sizeOf(header);
  });
  const members = extractor[Symbol.asyncIterator]();
  const feeding = feed(extractor, input, state);

  const available = (): number => (state.inputOver ? state.fed : Number.POSITIVE_INFINITY);
  try {
    for (;;) {
      const next = await members.next().catch(() => null);
      if (next === null || next.done === true) {
        if (state.failure !== null) throw state.failure.error;
        end.outcome = outcomeAfter(state, next === null);
        return;
      }
      const entry = next.value;
      const header = entry.header;
      const dataStart = byteOffsetOf(header);
      const size = sizeOf(header);
      const chunks = entry[Symbol.asyncIterator]();
      let position = dataStart;
      let over = size === 0;
      const data = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
        while (!over) {
          const { done, value } = await chunks.next().catch(() => ({ done: true, value: undefined }));
          if (done === true || !(value instanceof Uint8Array)) {
            over = true;
            return;
          }
          const from = position;
          position += value.length;
          if (position > available()) {
            over = true;
            end.outcome = "cut";
            const rest = value.subarray(0, available() - from);
            if (rest.length > 0) yield rest;
            return;
          }
          yield value;
        }
      };
      yield { header, dataStart, size, data };
      for await (const _skipped of data());
      if (end.outcome === "cut") return;
      if (state.failure !== null) throw state.failure.error;
    }
  } finally {
    state.stopped = true;
    extractor.destroy();
    await feeding;
  }
}

function outcomeAfter(state: PassState, failed: boolean): "whole" | "unmarked" | "cut" | "damaged" {
  if (failed && !state.ended) return "damaged";
  const after = state.fed - Math.ceil(state.dataEnd / BLOCK) * BLOCK;
  if (after >= BLOCK && state.zeroTail === BLOCK) return "whole";
  return after === 0 && !failed ? "unmarked" : "cut";
}
