import { inspect } from "node:util";
import { ArchiveError, type DiagnosticCode } from "@archive/schema";
import { CliError, EXIT } from "./exit.js";

/** How a run ended that did not end well. */
export interface Failure {
  readonly exitCode: number;
  /** One line: what happened, to which file. */
  readonly message: string;
  /** What to do next; empty when nothing can be advised. */
  readonly hint: string;
}

/** What an error means for the person at the terminal. `stage` is what the run was doing. */
export function describeFailure(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return { exitCode: EXIT.interrupted, message: "Interrupted.", hint: "" };
  if (error instanceof CliError) return error;
  if (error instanceof ArchiveError) {
    const { message, file, hint } = error;
    const named = file === null || message.includes(file) ? message : `${file}: ${message}`;
    return { exitCode: exitCodeOf(error.code), message: named, hint };
  }
  const message = error instanceof Error ? error.message : inspect(error);
  if (error instanceof Error && "syscall" in error) {
    return { exitCode: EXIT.input, message, hint: "" };
  }
  return {
    exitCode: EXIT.findings,
    message: `Something went wrong inside ap-archive: ${message}`,
    hint: "Please report it, with what --verbose adds.",
  };
}

function exitCodeOf(code: DiagnosticCode): number {
  if (code === "output/exists" || code.startsWith("profile/")) return EXIT.usage;
  return code.startsWith("output/") ? EXIT.output : EXIT.input;
}
