import { type BytesBehind, bytesFrom, bytesLeft, firstNonZero, MOST_PADDING } from "./bytes-behind.js";
import { BLOCK, paxHeaderOf, paxNumber, type TarHeader, type TarKind, tarHeaderOf } from "./tar-header.js";
import type { TarInput } from "./tar-input.js";

/** One header of a tar with its data, as they go by. */
export interface TarMember {
  readonly kind: Extract<TarKind, "file" | "folder" | "link" | "unsupported">;
  readonly rawName: Uint8Array;
  /** Seconds since 1970; fractions are possible. */
  readonly modified: number | null;
  /** Byte in the unpacked tar where its data begin. */
  readonly dataStart: number;
  readonly size: number;
  /** A header that belongs to it, and may hold its name or its size, is malformed. */
  readonly doubtful: boolean;
  /** Its data, once; whatever of them is not pulled is skipped when the next member is asked for. */
  data(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** How a pass ended, filled in when it has. */
export interface TarEnd {
  /** `whole`: with the mark that ends a tar. `unmarked`: after a whole entry, without the mark. */
  outcome: "whole" | "unmarked" | "cut" | "damaged" | null;
  /** Where behind the mark members stand that were read all the same. */
  readOnFrom: number | null;
  /** What stands behind the mark and was not read. */
  behind: BytesBehind | null;
}

/** Makes an end to be filled in. */
export function tarEnd(): TarEnd {
  return { outcome: null, readOnFrom: null, behind: null };
}

/** Bytes of names and attributes in headers of their own; a hostile one may claim gigabytes. */
const MOST_ATTRIBUTES = 2 ** 20;

const isBlank = (block: Uint8Array): boolean => firstNonZero(block) < 0;

const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

type Attributes = ReadonlyMap<string, Uint8Array>;

/** Headers that stand before the one they belong to. */
interface Pending {
  global: Attributes;
  pax: Attributes;
  longName: Uint8Array | null;
  /** One of them is malformed. */
  doubtful: boolean;
}

const nothingPending = (): Pending => ({
  global: new Map(),
  pax: new Map(),
  longName: null,
  doubtful: false,
});

function isSparse(attributes: Attributes): boolean {
  for (const key of attributes.keys()) if (key.startsWith("GNU.sparse.")) return true;
  return false;
}

function memberOf(header: TarHeader, pending: Pending): Omit<TarMember, "dataStart" | "data"> {
  const attributes: Attributes = new Map([...pending.global, ...pending.pax]);
  const noData = header.kind === "link" || header.kind === "folder";
  const size = noData ? 0 : (paxNumber(attributes, "size") ?? header.size);
  const given = attributes.get("path");
  const rawName = given === undefined || given.length === 0 ? (pending.longName ?? header.rawName) : given;
  const named = header.kind === "folder" || header.kind === "link" ? header.kind : "file";
  const kind = header.kind === "unsupported" || isSparse(attributes) ? "unsupported" : named;
  const modified = paxNumber(attributes, "mtime") ?? header.modified;
  return { kind, rawName, modified, size, doubtful: pending.doubtful };
}

/** Takes up what a header holds in its data, which are given with their padding. */
function takeAttributes({ kind, size }: TarHeader, padded: Uint8Array, pending: Pending): void {
  const bytes = padded.subarray(0, size);
  if (kind === "long-name") {
    const nul = bytes.indexOf(0);
    pending.longName = nul < 0 ? bytes : bytes.subarray(0, nul);
    // The name goes on behind the size that is told for it: some programs read it to its end.
    if (nul < 0 && (padded[size] ?? 0) !== 0) pending.doubtful = true;
    return;
  }
  const { records, sound } = paxHeaderOf(bytes);
  if (!sound) pending.doubtful = true;
  if (kind === "pax") pending.pax = new Map([...pending.pax, ...records]);
  else pending.global = new Map([...pending.global, ...records]);
}

/**
 * The members of a tar, in one pass: ustar, pax, GNU and what came before them. Never throws on data: `end` says
 * how it went. A block of zeros is the mark that ends it, as for other programs; a second one should follow.
 *
 * @param readOn Members behind the mark count too, as those of tars that were joined.
 * @throws what `input` throws.
 */
export async function* tarMembers(
  input: TarInput,
  end: TarEnd,
  readOn: boolean,
): AsyncGenerator<TarMember, void, undefined> {
  let pending = nothingPending();
  /** Where the blocks of zeros begin that were read last; null behind a member. */
  let mark: number | null = null;
  for (;;) {
    const start = input.position;
    const block = await input.read(BLOCK);
    if (isBlank(block) && (block.length > 0 || mark !== null)) {
      mark ??= start;
      pending = nothingPending();
      if (readOn && block.length > 0 && start - mark < MOST_PADDING) continue;
      end.outcome = "whole";
      end.behind = await bytesLeft(input);
      return;
    }
    const header = tarHeaderOf(block);
    if (header === null) {
      if (mark !== null) end.behind = await bytesFrom(block, start, input);
      end.outcome =
        mark !== null ? "whole" : block.length === 0 ? "unmarked" : block.length < BLOCK ? "cut" : "damaged";
      return;
    }
    if (mark !== null) end.readOnFrom ??= start;
    mark = null;

    if (header.kind === "pax" || header.kind === "global-pax" || header.kind === "long-name") {
      if (header.size > MOST_ATTRIBUTES) {
        end.outcome = "damaged";
        return;
      }
      const padded = header.size + paddingOf(header.size);
      const bytes = (await input.read(padded)).slice();
      if (bytes.length < padded) {
        end.outcome = "cut";
        return;
      }
      takeAttributes(header, bytes, pending);
      continue;
    }
    if (header.kind === "other-name") {
      const length = header.size + paddingOf(header.size);
      if ((await input.skip(length)) === length) continue;
      end.outcome = "cut";
      return;
    }

    const member = memberOf(header, pending);
    pending.pax = new Map();
    pending.longName = null;
    pending.doubtful = false;
    if (!Number.isSafeInteger(member.size) || member.size < 0) {
      end.outcome = "damaged";
      return;
    }
    for (let extended = header.extended; extended; ) {
      const map = await input.read(BLOCK);
      extended = map.length === BLOCK && map[504] === 1;
    }
    const dataStart = input.position;
    const dataEnd = dataStart + member.size;
    const data = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      while (input.position < dataEnd) {
        const chunk = await input.readSome(dataEnd - input.position);
        if (chunk.length === 0) return;
        yield chunk;
      }
    };
    yield { ...member, dataStart, data };
    const left = dataEnd + paddingOf(member.size) - input.position;
    if ((await input.skip(left)) < left) {
      end.outcome = "cut";
      return;
    }
  }
}
