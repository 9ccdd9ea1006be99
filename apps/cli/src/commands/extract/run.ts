import { type EntryPart, extract } from "@archive/transform";
import { exactFolderSink } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";
import { outputPath } from "../../output-path.js";
import { PARTS } from "../../parts.js";
import type { Session } from "../../session.js";
import { runCopy } from "./copy.js";
import type { ExtractOptions } from "./options.js";

/** Unpacks a container into a folder. */
export async function runExtract(input: string, options: ExtractOptions, session: Session): Promise<number> {
  const only = partsOf(options);
  const path = outputPath(options.out, [input], session.io.cwd);
  return runCopy(
    {
      command: "extract",
      verb: "Unpacking",
      input,
      out: options.out,
      container: "folder",
      only,
      sink: (how) => exactFolderSink(path, how),
      copy: extract,
    },
    session,
  );
}

/** The parts asked for; undefined is the usual ones. */
function partsOf({ only, media, includeSecrets }: ExtractOptions): readonly EntryPart[] | undefined {
  if (only === undefined && media && !includeSecrets) return undefined;
  const asked = only ?? PARTS.filter((part) => part !== "secrets");
  const parts = PARTS.filter(
    (part) => (asked.includes(part) && (media || part !== "media")) || (part === "secrets" && includeSecrets),
  );
  if (parts.length > 0) return parts;
  throw new CliError(EXIT.usage, "--only media and --no-media leave nothing to unpack.");
}
