import { normalisePath } from "../src/guards/path.js";
import { must } from "./told.js";

/** Tight enough that no input takes long. */
export const limits = { ratioFreeBytes: 2 ** 22, maxEntries: 2000 };

/** With all guards on, a path is what normalising it comes to. */
export function safePath(path: string): void {
  const safe = normalisePath(path);
  must("path" in safe && safe.path === path && !safe.absolute, "entries have safe names");
}
