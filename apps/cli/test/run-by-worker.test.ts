import { kill } from "node:process";
import { describe, expect, it } from "vitest";
import type { SelfRun } from "../src/io.js";
import { runByWorker } from "../src/run-by-worker.js";

const script = new URL("support/echo-worker.mjs", import.meta.url);
const never = new AbortController().signal;

function ask(what: string, signal: AbortSignal = never): Promise<SelfRun> {
  return runByWorker(script, [what], signal);
}

async function pidOf(run: Promise<SelfRun>): Promise<number> {
  return Number((await run).stdout.split(" ")[0]);
}

function isRunning(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch {
    return false;
  }
}

describe("a run by a worker", () => {
  it("gives what it printed; one that is done takes the next", async () => {
    const first = await ask("a");
    expect(first).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^\d+ a$/), stderr: "" });
    const pids = await Promise.all([pidOf(ask("b")), pidOf(ask("c"))]);
    expect(new Set(pids).size).toBe(2);
    expect(pids).toContain(Number(first.stdout.split(" ")[0]));
    expect(pids).toContain(await pidOf(ask("d")));
  });

  it.each([
    ["die", process.platform === "win32" ? 1 : 137],
    ["leave", 7],
  ])("whose process ends of itself (%s) has failed, and the next one gets another", async (how, exitCode) => {
    const { stdout, stderr, exitCode: told } = await ask(how);
    expect([told, stdout]).toEqual([exitCode, ""]);
    expect(stderr).toMatch(/^The process that worked on it ended \(/);
    expect((await ask("again")).stdout).toMatch(/ again$/);
  });

  it("ends when it is interrupted, and so does its process", async () => {
    const interruption = new AbortController();
    const { exitCode, stdout } = await new Promise<SelfRun>((resolve) => {
      resolve(ask("wait", interruption.signal));
      interruption.abort();
    });
    expect([exitCode, stdout]).toEqual([130, ""]);
  });

  it("does not take a worker that has ended meanwhile", async () => {
    const pid = await pidOf(ask("a"));
    kill(pid, "SIGKILL");
    await expect.poll(() => isRunning(pid)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await pidOf(ask("b"))).not.toBe(pid);
  });
});
