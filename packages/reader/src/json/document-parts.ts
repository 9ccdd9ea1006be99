import type { Cursor } from "./cursor.js";
import type { DocumentFaults } from "./document-faults.js";
import type { Recovery } from "./recovery.js";
import type { SplitterOptions } from "./splitter-options.js";
import type { ValueReader } from "./value-reader.js";

/** What the readers of one document share. */
export interface DocumentParts {
  readonly options: SplitterOptions;
  readonly cursor: Cursor;
  readonly values: ValueReader;
  readonly recovery: Recovery;
  readonly faults: DocumentFaults;
}
