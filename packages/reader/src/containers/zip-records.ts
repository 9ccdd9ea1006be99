import { ArchiveError, type Diagnostic, diagnostic } from "@archive/schema";
import type { Limits } from "../guards/limits.js";
import { shownName } from "../guards/path.js";
import type { ByteSource } from "./byte-source.js";
import type { Platform } from "./platform.js";
import type { Contradiction } from "./zip-contradiction.js";
import { readDirectory } from "./zip-directory.js";
import { findDirectory } from "./zip-end.js";
import type { ZipRecord } from "./zip-format.js";
import { readLocalHeader } from "./zip-local-header.js";
import { decodeUtf8 } from "./zip-name.js";
import { disputedName } from "./zip-second-reading.js";
import { readStory, type Story } from "./zip-story.js";

/** The entries of a zip by its directory, with what comparing them to their headers brought. */
export interface DirectoryRecords {
  readonly records: readonly ZipRecord[];
  readonly story: Story;
}

/** A count of 16 bits wraps around; Mastodon's of 4.2.0 to 4.4.3 did. */
const COUNT_WRAP = 0x10000;

const nameOf = ({ rawName }: Contradiction): string | null =>
  rawName === null ? null : shownName(decodeUtf8(rawName) ?? new TextDecoder("latin1").decode(rawName));

/**
 * The records of a zip's directory; null when it is of no use.
 *
 * @throws ArchiveError `zip/ambiguous` when the zip can be read in two ways and `salvage` is not set.
 */
export async function directoryRecords(
  source: ByteSource,
  options: {
    readonly platform: Platform;
    readonly limits: Limits;
    readonly salvage: boolean;
    readonly signal?: AbortSignal | undefined;
    readonly report: (found: Diagnostic) => void;
  },
): Promise<DirectoryRecords | null> {
  const { platform, limits, salvage, signal, report } = options;
  const { crc32 } = platform;
  const tell = (found: Contradiction): void => {
    const { message, expected, actual } = found;
    const name = nameOf(found);
    const shown = name === null ? message : `${message} The entry is "${name}".`;
    if (!salvage) throw new ArchiveError("zip/ambiguous", { message: shown });
    report(diagnostic("zip/ambiguous", { message, expected, actual, ...(name !== null && { file: name }) }));
  };

  const place = await findDirectory(source);
  if (place === null || place.end - place.start > limits.maxDirectoryBytes) return null;
  const content = await readDirectory(source, place, { maxEntries: limits.maxEntries, signal });
  const { records, whole, found } = content;
  const beyondLimit = found > limits.maxEntries;
  if (!beyondLimit) {
    if (!whole && found < place.declared) return null;
    const first = records[0];
    const usable = first !== undefined && (await readLocalHeader(source, first.offset)) !== null;
    if (found > 0 && !usable) return null;
  }
  if (place.rivals) tell({ rawName: null, message: "The zip has more than one directory." });
  if (!beyondLimit && found !== place.declared) {
    const numbers = { expected: `${place.declared}`, actual: `${found}` };
    if (found > place.declared && found % COUNT_WRAP !== place.declared) {
      tell({ rawName: null, message: "The zip's directory holds more entries than it says.", ...numbers });
    } else report(diagnostic("zip/count-differs", numbers));
  }
  const comparing = { source, crc32, signal, complete: !beyondLimit, all: salvage };
  // One of the two reads while the other computes.
  const [disputed, story] = await Promise.all([
    disputedName(content, platform, place.shift, signal),
    readStory(records, place.start, comparing),
  ]);
  if (disputed !== null) {
    tell({ rawName: disputed, message: "Two ways to read the zip's directory come to different entries." });
  }
  for (const contradiction of story.contradictions) tell(contradiction);
  return { records, story };
}
