import { type ChildProcess, fork } from "node:child_process";
import { constants } from "node:os";
import type { SelfRun } from "./io.js";

/** Of a process that a signal ended, shells tell this and the signal's number. */
const BY_SIGNAL = 128;

/** Workers that have nothing to do. They are used again: a start takes longer than many an archive. */
const idle: ChildProcess[] = [];

/**
 * Runs the command in a worker, a process that is not this one: one that has nothing to do, or a new one. It keeps this
 * process running only while it works.
 *
 * @param script The module that a worker runs.
 */
export function runByWorker(script: URL, argv: readonly string[], signal: AbortSignal): Promise<SelfRun> {
  const worker = idle.pop() ?? started(script);
  worker.ref();
  worker.channel?.ref();
  return new Promise((resolve) => {
    const stop = (): void => {
      if (worker.connected) worker.disconnect();
    };
    const settle = (result: SelfRun): void => {
      worker.off("message", answered).off("exit", ended).off("error", failed);
      signal.removeEventListener("abort", stop);
      resolve(result);
    };
    const answered = (result: SelfRun): void => {
      settle(result);
      worker.unref();
      worker.channel?.unref();
      idle.push(worker);
    };
    const ended = (code: number | null, by: NodeJS.Signals | null): void => {
      const exitCode = code ?? BY_SIGNAL + (by === null ? 0 : constants.signals[by]);
      settle({ exitCode, stdout: "", stderr: `The process that worked on it ended (${by ?? exitCode}).` });
    };
    const failed = ({ message }: Error): void => settle({ exitCode: 1, stdout: "", stderr: message });
    worker.on("message", answered).on("exit", ended).on("error", failed);
    signal.addEventListener("abort", stop, { once: true });
    worker.send({ argv });
  });
}

/**
 * A process that keeps to one core, so that as many can be started as there are cores, on whatever machine. What V8 would
 * do beside (collect, compile) and the threads that Node reads files with take a quarter of a second core otherwise.
 */
function started(script: URL): ChildProcess {
  const worker = fork(script, {
    execArgv: [...process.execArgv, "--single-threaded"],
    env: { ...process.env, UV_THREADPOOL_SIZE: "1" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  worker.on("exit", () => {
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
  });
  return worker;
}
