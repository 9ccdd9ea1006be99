import { spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { buildProgram } from "../src/program.js";
import { manPage } from "../src/reference/man-page.js";
import { programModel } from "../src/reference/program-model.js";
import { referenceModel } from "../src/reference/reference-model.js";
import { TARGET_NAMES } from "../src/targets/names.js";

const program = buildProgram(
  {
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    stdin: new PassThrough(),
    env: {},
    cwd: "/",
    signal: new AbortController().signal,
    cores: 1,
    runSelf: () => Promise.reject(new Error("no command is run")),
    deaf: async (work) => work(),
  },
  () => undefined,
);
const model = programModel(program);
const page = manPage(model);
const groff = spawnSync("groff", ["--version"]).status === 0;

describe("the man page", () => {
  it("has every command and every option", () => {
    const plain = page.replaceAll("\\-", "-");
    for (const command of model.commands) {
      expect(plain).toContain(`.SS "${command.name}"`);
      for (const { long } of command.options) expect(plain, command.name).toContain(long);
    }
    for (const { long } of model.options) expect(plain).toContain(long);
  });

  it("is the same each time", () => {
    expect(manPage(model)).toBe(page);
  });

  it("lets nothing of a description act as a request or an escape", () => {
    const hostile = manPage({
      ...model,
      commands: [
        { name: "x", description: ".so /etc/passwd \\n(yr", usage: "'x", arguments: [], options: [] },
      ],
    });
    expect(hostile).toContain("\\&.so /etc/passwd \\en(yr");
    expect(hostile).not.toMatch(/^\.so/m);
  });

  it.skipIf(!groff)("is formatted without a warning (needs groff)", () => {
    const run = spawnSync("groff", ["-man", "-Tutf8", "-ww", "-z"], { input: page, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    const printed = spawnSync("groff", ["-man", "-Tascii", "-P-c"], { input: page, encoding: "utf8" }).stdout;
    // Bold is a letter printed over itself.
    const parts = printed.split("\b");
    const shown = parts.map((part, at) => (at + 1 < parts.length ? part.slice(0, -1) : part)).join("");
    expect(shown).toContain("ap-archive");
    expect(shown).toContain("--visibility");
  });
});

describe("the model of the manual", () => {
  it("tells of every target what becomes of every feature", async () => {
    const { targets, inputs } = await referenceModel(program);
    expect(targets.map(({ name }) => name)).toEqual([...TARGET_NAMES]);
    for (const { support } of targets) {
      for (const each of support) expect(each.support).toMatch(/^(?:kept|dropped|degraded: .+)$/);
    }
    expect(inputs.map(({ dialect }) => dialect)).toContain("mastodon");
  });
});
