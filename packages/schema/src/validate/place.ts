import type { Visibility } from "../audience/visibility.js";
import type { ObjectKind } from "../profiles/profile.js";

/** Where a document stands, as far as that is known; findings are placed by it. */
export interface Place {
  /** Path of the entry inside the archive, or of the file. */
  readonly file?: string | undefined;
  /** What it is in its archive; a document of its own unless told. */
  readonly kind?: ObjectKind | undefined;
  /** RFC 6901 pointer to it in that file: `/orderedItems/12`. Empty for a whole file. */
  readonly pointer?: string | undefined;
  /** Byte in the file at which it begins. */
  readonly offset?: number | undefined;
  /**
   * The document as it was written, where that is still at hand. Asked for only when something is found inside a
   * list of it: then the finding's offset is that of the innermost item, not of the document.
   */
  readonly bytes?: (() => Uint8Array | null) | undefined;
  /** Its id where it has none of its own. */
  readonly id?: string | null | undefined;
  /** What is known of its visibility besides its addressing: it can only narrow. */
  readonly visibility?: Visibility | undefined;
}
