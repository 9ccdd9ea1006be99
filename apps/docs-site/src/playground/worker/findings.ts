import { type CodeReport, DIAGNOSTICS } from "@archive/schema";
import type { Finding } from "../protocol.js";

/** Findings with the words of the registry for each code. */
export function findingsOf(codes: readonly CodeReport[]): readonly Finding[] {
  return codes.map((code) => {
    const { title, hint } = DIAGNOSTICS[code.code];
    return { ...code, title, hint };
  });
}
