import type { Target } from "@archive/transform";
import { bound, type TargetEntry } from "./target-entry.js";

/** `--to text`. */
export const textEntry: TargetEntry = rowsEntry(
  "text",
  async () => (await import("@archive/transform/data")).textTarget,
);

/** `--to ndjson`. */
export const ndjsonEntry: TargetEntry = rowsEntry(
  "ndjson",
  async () => (await import("@archive/transform/data")).ndjsonTarget,
);

/** `--to sqlite`. */
export const sqliteEntry: TargetEntry = rowsEntry(
  "sqlite",
  async () => (await import("@archive/transform/sqlite")).sqliteTarget,
);

/** `--to parquet`. */
export const parquetEntry: TargetEntry = {
  name: "parquet",
  options: [],
  isSingleFile: () => false,
  facts: async () => (await import("@archive/transform/parquet")).parquetTarget,
  bind: async () => bound((await import("@archive/transform/parquet")).parquetTarget, {}, NO_MEDIA),
};

/** `--to csv`. */
export const csvEntry: TargetEntry = {
  name: "csv",
  options: [
    {
      flags: "--raw-cells",
      description: "leave cells that a spreadsheet would run as a formula as they are",
    },
  ],
  isSingleFile: () => true,
  facts: async () => (await import("@archive/transform/data")).csvTarget,
  async bind(command) {
    const { csvTarget } = await import("@archive/transform/data");
    const { rawCells } = command.opts<{ readonly rawCells?: boolean }>();
    return bound(csvTarget, { rawCells }, NO_MEDIA);
  },
};

/** Rows tell of media and do not copy them: nobody should be told that files were missing. */
const NO_MEDIA = { needs: { media: false } };

function rowsEntry(
  name: "text" | "ndjson" | "sqlite",
  target: () => Promise<Target<Readonly<Record<never, never>>>>,
): TargetEntry {
  return {
    name,
    options: [],
    isSingleFile: () => true,
    facts: target,
    bind: async () => bound(await target(), {}, NO_MEDIA),
  };
}
