import type { Command } from "commander";
import type { Io } from "./io.js";
import { type Paint, paintFor } from "./render/paint.js";
import { jsonDocument } from "./render/printable.js";

/** The options every command takes. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly force: boolean;
  /** Read on where a container contradicts itself. */
  readonly salvage: boolean;
  /** Believe the visibility that an exporter is known to claim wrongly. */
  readonly trustVisibility: boolean;
  /** Whose archive it is, for exports that do not say. */
  readonly account: string | undefined;
}

/** One run of one command: its options and where it may speak. */
export interface Session {
  readonly io: Io;
  readonly options: GlobalOptions;
  /** Width of what stdout is shown on. */
  readonly width: number;
  readonly paint: Paint;
  /** For stderr. */
  readonly paintError: Paint;
  /** Writes the result: lines to stdout. */
  print(lines: readonly string[]): void;
  /** Writes the result as JSON. */
  printJson(value: unknown): void;
  /** Writes a message to stderr, unless `--quiet` says not to. */
  say(lines: readonly string[]): void;
}

/** Makes the session of a command from its parsed options. */
export function openSession(command: Command, io: Io): Session {
  const given = command.optsWithGlobals<{ [name: string]: unknown }>();
  const options: GlobalOptions = {
    json: given.json === true,
    quiet: given.quiet === true,
    verbose: given.verbose === true,
    force: given.force === true,
    salvage: given.salvage === true,
    trustVisibility: given.trustVisibility === true,
    account: typeof given.account === "string" ? given.account : undefined,
  };
  const coloured = given.color !== false;
  return {
    io,
    options,
    width: Math.min(io.stdout.columns ?? 80, 100),
    paint: paintFor(io.stdout, io.env, coloured),
    paintError: paintFor(io.stderr, io.env, coloured),
    print: (lines) => void io.stdout.write(lines.map((line) => `${line}\n`).join("")),
    printJson: (value) => void io.stdout.write(jsonDocument(value)),
    say(lines) {
      if (!options.quiet) io.stderr.write(lines.map((line) => `${line}\n`).join(""));
    },
  };
}
