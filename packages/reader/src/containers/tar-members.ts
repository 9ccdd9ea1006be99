import { BLOCK, paxNumber, paxRecords, type TarHeader, type TarKind, tarHeaderOf } from "./tar-header.js";
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
  /** Its data, once; whatever of them is not pulled is skipped when the next member is asked for. */
  data(): AsyncGenerator<Uint8Array, void, undefined>;
}

/** How a pass ended, filled in when it has. */
export interface TarEnd {
  /** `whole`: with the mark that ends a tar. `unmarked`: after a whole entry, without the mark. */
  outcome: "whole" | "unmarked" | "cut" | "damaged" | null;
}

/** Bytes of names and attributes in headers of their own; a hostile one may claim gigabytes. */
const MOST_ATTRIBUTES = 2 ** 20;

const isBlank = (block: Uint8Array): boolean => block.every((byte) => byte === 0);

const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

type Attributes = ReadonlyMap<string, Uint8Array>;

/** Headers that stand before the one they belong to. */
interface Pending {
  global: Attributes;
  pax: Attributes;
  longName: Uint8Array | null;
}

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
  return { kind, rawName, modified: paxNumber(attributes, "mtime") ?? header.modified, size };
}

/**
 * The members of a tar, in one pass: ustar, pax, GNU and what came before them. Never throws on data: `end` says
 * how it went. Like other programs it stops at two blocks of zeros; what may follow them is no part of the tar.
 *
 * @throws what `input` throws.
 */
export async function* tarMembers(input: TarInput, end: TarEnd): AsyncGenerator<TarMember, void, undefined> {
  const pending: Pending = { global: new Map(), pax: new Map(), longName: null };
  let blanks = 0;
  for (;;) {
    const block = await input.read(BLOCK);
    if (block.length < BLOCK) {
      end.outcome = blanks > 0 ? "whole" : block.length === 0 ? "unmarked" : isBlank(block) ? "whole" : "cut";
      return;
    }
    if (isBlank(block)) {
      blanks += 1;
      if (blanks < 2) continue;
      end.outcome = "whole";
      return;
    }
    const header = tarHeaderOf(block);
    if (header === null) {
      end.outcome = blanks > 0 ? "whole" : "damaged";
      return;
    }
    blanks = 0;

    if (header.kind === "pax" || header.kind === "global-pax" || header.kind === "long-name") {
      if (header.size > MOST_ATTRIBUTES) {
        end.outcome = "damaged";
        return;
      }
      const bytes = (await input.read(header.size)).slice();
      if (bytes.length < header.size || (await input.skip(paddingOf(header.size))) < paddingOf(header.size)) {
        end.outcome = "cut";
        return;
      }
      if (header.kind === "long-name") {
        const nul = bytes.indexOf(0);
        pending.longName = nul < 0 ? bytes : bytes.subarray(0, nul);
      } else if (header.kind === "pax") pending.pax = new Map([...pending.pax, ...paxRecords(bytes)]);
      else pending.global = new Map([...pending.global, ...paxRecords(bytes)]);
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
