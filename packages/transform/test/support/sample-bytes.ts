import { readFileSync } from "node:fs";

/** A media file of the sample account. */
export function sampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../fixtures/sample/media/${name}`, import.meta.url)));
}
