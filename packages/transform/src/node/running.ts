import { kill } from "node:process";

/** Whether a process with this id runs. One that belongs to somebody else counts as running. */
export function isRunning(id: number): boolean {
  try {
    return kill(id, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
