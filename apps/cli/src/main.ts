import { CommanderError } from "commander";
import { EXIT } from "./exit.js";
import type { Io } from "./io.js";
import { buildProgram } from "./program.js";
import { paintFor } from "./render/paint.js";
import { printable } from "./render/printable.js";

/**
 * Runs the command with its arguments (without the program's own name) and returns the exit code. It touches
 * nothing of the process but what `io` hands it.
 *
 * @example
 * ```ts
 * process.exitCode = await main(["inspect", "archive.zip"], io);
 * ```
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.done;
  }
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has already said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return tellFailure(error, argv, io);
  }
}

async function tellFailure(error: unknown, argv: readonly string[], io: Io): Promise<number> {
  const { describeFailure } = await import("./failure.js");
  const { exitCode, message, hint } = describeFailure(error, io.signal);
  const paint = paintFor(io.stderr, io.env, !argv.includes("--no-color"));
  io.stderr.write(`${paint("red", "error:")} ${printable(message)}\n`);
  if (hint !== "") io.stderr.write(`  ${printable(hint)}\n`);
  if (argv.includes("--verbose") && exitCode !== EXIT.interrupted && error instanceof Error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
      io.stderr.write(`${cause.stack}\n`);
  }
  return exitCode;
}
