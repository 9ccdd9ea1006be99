import { createHash } from "node:crypto";
import type { BatchInput } from "./inputs.js";

const ENDING = /\.(?:zip|tar|tar\.gz|tgz|json)$/i;
const LONGEST = 120;

/**
 * A name for each archive's output: that of the archive without its ending, with what some file system refuses
 * replaced. Names that would meet get a hash of their archive's own name behind them, so that the order of the
 * list, and what else is in it, makes no difference to the others.
 */
export function outputNames(inputs: readonly BatchInput[]): ReadonlyMap<BatchInput, string> {
  const plain = new Map(inputs.map((input) => [input, plainName(input.name)]));
  const counts = new Map<string, number>();
  for (const name of plain.values())
    counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return new Map(
    [...plain].map(([input, name]) => {
      const alone = counts.get(name.toLowerCase()) === 1;
      return [
        input,
        alone ? name : `${name}-${createHash("sha256").update(input.path).digest("hex").slice(0, 8)}`,
      ];
    }),
  );
}

function plainName(name: string): string {
  const safe = name
    .replace(ENDING, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._@-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  const short = [...safe].slice(0, LONGEST).join("");
  // A device name of Windows is none with something before it.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(short) || short === "" ? `archive-${short}` : short;
}
