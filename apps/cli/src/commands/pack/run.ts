import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pack } from "@archive/transform";
import { exactZipSink } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";
import { outputPath } from "../../output-path.js";
import { PARTS } from "../../parts.js";
import type { Session } from "../../session.js";
import { runCopy } from "../extract/copy.js";
import type { PackOptions } from "../extract/options.js";

/** Packs a folder as a zip. */
export async function runPack(input: string, options: PackOptions, session: Session): Promise<number> {
  const path = outputPath(options.out, [input], session.io.cwd);
  if (!/\.zip$/i.test(path)) {
    const hint = "A zip is what pack writes.";
    throw new CliError(EXIT.usage, `The output ${options.out} does not end in .zip.`, hint);
  }
  await checkFolder(input, session);
  return runCopy(
    {
      command: "pack",
      verb: "Packing",
      input,
      out: options.out,
      container: "zip",
      only: options.includeSecrets ? PARTS : undefined,
      sink: (how) => exactZipSink(path, how),
      copy: pack,
    },
    session,
  );
}

async function checkFolder(input: string, { io }: Session): Promise<void> {
  // What is not there, or may not be looked at, the reader tells.
  const stats = input === "-" ? null : await stat(resolve(io.cwd, input)).catch(() => undefined);
  if (stats === undefined || stats?.isDirectory() === true) return;
  const hint = "Unpack it first (ap-archive extract), and pass the folder.";
  throw new CliError(EXIT.usage, `${input === "-" ? "Standard input" : input} is no folder.`, hint);
}
