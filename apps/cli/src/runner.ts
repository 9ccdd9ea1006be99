import type { Command } from "commander";
import type { Session } from "./session.js";

/** What a command needs to run: its session, and where to leave its exit code. */
export interface Runner {
  session(command: Command): Session;
  finish(exitCode: number): void;
}
