import type { Diagnostic } from "@archive/schema";
import type { ByteTools } from "./byte-tools.js";
import type { JsonLimits } from "./limits.js";

/** One element of a list, with the place it stands at. */
export interface JsonElement {
  /** As `JSON.parse` gives it; of any type. */
  readonly value: unknown;
  /** Count of the elements before it in the document, broken ones included. */
  readonly index: number;
  /** RFC 6901, in the whole document. */
  readonly pointer: string;
  /** Its first byte, counted from the beginning of the document. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  /** The element as it is written, until reading goes on: `null` after that. */
  bytes(): Uint8Array | null;
}

/** What a splitter is told and whom it tells. */
export interface SplitterOptions extends JsonLimits {
  /** Keys of the envelope whose arrays are read. */
  readonly lists: ReadonlySet<string>;
  /** Elements that begin before this byte are counted and passed over; so are the findings before it. */
  readonly from: number;
  readonly tools: ByteTools;
  /** Named in diagnostics. */
  readonly file?: string | undefined;
  readonly onDiagnostic?: ((diagnostic: Diagnostic) => void) | undefined;
  /** Called with every other key of the envelope as it is met; values larger than the limit are passed over. */
  readonly onMember?: ((key: string, value: unknown) => void) | undefined;
}
