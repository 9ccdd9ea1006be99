import { InvalidArgumentError } from "commander";
import { BASE_URL } from "./shared-options.js";
import { bound, type TargetEntry, type TargetOption } from "./target-entry.js";

/** The options of `--to wordpress` as they come out of the command line. */
interface WordPressValues {
  readonly baseUrl?: string;
  readonly maxUpload?: number;
  readonly media: boolean;
}

/** Largest file that may be uploaded. */
export const MAX_UPLOAD: TargetOption = {
  flags: "--max-upload <size>",
  description: "largest file your WordPress takes, like 64MB (default: 32MB)",
  parse: uploadSize,
};

/** `--to wordpress`. */
export const wordPressEntry: TargetEntry = {
  name: "wordpress",
  options: [BASE_URL, MAX_UPLOAD],
  isSingleFile: () => false,
  facts: async () => (await import("@archive/transform/wordpress")).wordPressTarget,
  async bind(command) {
    const { wordPressTarget } = await import("@archive/transform/wordpress");
    const { baseUrl, maxUpload, media } = command.opts<WordPressValues>();
    return bound(wordPressTarget, { baseUrl, maxUpload, media });
  },
};

/** Hosts write a size as PHP does: `64M` and `64MB` are the same. */
function uploadSize(text: string): number {
  const [, number = "", unit = ""] = /^(\d{1,6})\s*(k|m|g)?b?$/i.exec(text.trim()) ?? [];
  const bytes = Number(number) * ({ k: 1e3, m: 1e6, g: 1e9 }[unit.toLowerCase()] ?? 1);
  if (number !== "" && bytes >= 100_000) return bytes;
  throw new InvalidArgumentError("It is a size of at least 100kB, like 8MB or 512MB.");
}
