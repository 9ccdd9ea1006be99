import type { Diagnostic } from "@archive/schema";
import { readItems } from "../src/index.js";
import { readItems as readPortably } from "../src/json/read-items.js";
import type { JsonElement } from "../src/json/splitter-options.js";
import { must, pieces } from "./told.js";

/** Bytes before the document: how large and deep its items may be, how it is cut, and where reading goes on. */
const ITEM_BYTES = 4;

interface Given {
  readonly line: string;
  readonly offset: number;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

const holdsProto = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Object.hasOwn(value, "__proto__") || Object.values(value).some(holdsProto));

interface ItemCase {
  readonly maxItemBytes: number;
  readonly maxDepth: number;
  readonly protoKeys: boolean;
  readonly from?: number;
}

async function read(
  bytes: Uint8Array,
  size: number,
  options: ItemCase,
  reader: typeof readItems,
): Promise<readonly Given[]> {
  const given: Given[] = [];
  const onDiagnostic = ({ code, offset, pointer }: Diagnostic): void => {
    given.push({ line: `${code} ${offset} ${pointer ?? ""}`, offset: offset ?? 0 });
  };
  for await (const item of reader(pieces(bytes, size), { ...options, onDiagnostic })) {
    check(item, bytes, options);
    const { pointer, index, offset, length, value } = item;
    given.push({ line: `${pointer} ${index} ${offset} ${length} ${JSON.stringify(value)}`, offset });
  }
  return given;
}

function check(item: JsonElement, bytes: Uint8Array, { maxItemBytes, maxDepth, protoKeys }: ItemCase): void {
  const { offset, length, value } = item;
  must(length <= maxItemBytes, "no item is larger than allowed");
  must(!isDeeper(value, maxDepth), "no item is deeper than allowed");
  must(!protoKeys || !holdsProto(value), "no key is called __proto__");
  const written = item.bytes();
  must(written !== null, "an item is there as it is written until the next is asked for");
  must(
    Buffer.compare(written ?? new Uint8Array(), bytes.subarray(offset, offset + length)) === 0,
    "where it says",
  );
  if (protoKeys) return;
  must(
    JSON.stringify(JSON.parse(new TextDecoder().decode(written ?? undefined))) === JSON.stringify(value),
    "and means",
  );
}

const lines = (given: readonly Given[]): string => given.map(({ line }) => line).join("\n");

/** Items within tight limits: the same for all chunks and tools, and from any of them on. */
export async function itemTarget(bytes: Uint8Array): Promise<void> {
  const [large = 0, deep = 0, cut = 0, resumed = 0] = bytes;
  const document = bytes.slice(ITEM_BYTES);
  const options = {
    maxItemBytes: 32 + large * large,
    maxDepth: 2 + (deep & 0x1f),
    protoKeys: (deep & 0x20) === 0,
  };
  const whole = await read(document, Math.max(1, document.length), options, readItems);
  must(
    lines(await read(document, 1 + cut, options, readItems)) === lines(whole),
    "chunks make no difference",
  );
  must(
    lines(await read(document, 1 + cut, options, readPortably)) === lines(whole),
    "portable and fast tools agree",
  );
  const items = whole.filter(({ line }) => line.startsWith("/"));
  const first = items[Math.floor((items.length * resumed) / 256)];
  if (first === undefined) return;
  const from = first.offset;
  const tail = (await read(document, 1 + cut * cut, { ...options, from }, readItems)).filter(({ line }) =>
    line.startsWith("/"),
  );
  must(lines(tail) === lines(items.slice(items.indexOf(first))), "reading goes on where it stopped");
}
