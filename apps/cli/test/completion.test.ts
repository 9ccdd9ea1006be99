import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";

const has = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

async function script(shell: string): Promise<string> {
  const { code, stdout, stderr } = await run(["completion", shell]);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

describe.skipIf(!has("bash"))("bash", () => {
  /** What a person gets when they press Tab behind these words. */
  async function completed(cwd: string, ...words: string[]): Promise<string[]> {
    const test = `${await script("bash")}
COMP_WORDS=(ap-archive ${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length}
_ap_archive 2>/dev/null
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", test], { cwd, encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.split("\n").filter((line) => line !== "");
  }

  it.each([
    [["con"], ["convert"]],
    [["convert", "a.zip", "--to", "mark"], ["markdown"]],
    [["convert", "a.zip", "--visib"], ["--visibility"]],
    [["convert", "--visibility", "public,fol"], ["public,followers"]],
    [["inspect", "--js"], ["--json"]],
    [["completion", "f"], ["fish"]],
    [["inspect", "b"], ["bird.zip"]],
    [["no-such-command", "b"], ["bird.zip"]],
  ])("%j gives %j", async (words, expected) => {
    using folder = scratch();
    writeFileSync(folder.at("bird.zip"), "");
    expect(await completed(folder.path, ...words)).toEqual(expected);
  });
});

describe.skipIf(!has("fish"))("fish", () => {
  it.each([
    ["ap-archive con", "convert"],
    ["ap-archive convert a.zip --to mark", "markdown"],
    ["ap-archive convert a.zip --visib", "--visibility"],
    ["ap-archive completion z", "zsh"],
  ])("%s gives %s", async (line, expected) => {
    using folder = scratch();
    writeFileSync(folder.at("c.fish"), await script("fish"));
    const { stdout, stderr } = spawnSync(
      "fish",
      ["--no-config", "-c", `source c.fish; complete -C '${line}'`],
      {
        cwd: folder.path,
        encoding: "utf8",
        env: { ...process.env, HOME: folder.path },
      },
    );
    expect(stderr).toBe("");
    expect(stdout.split("\n").map((each) => each.split("\t")[0])).toContain(expected);
  });
});

describe.skipIf(!has("zsh"))("zsh", () => {
  it("loads the script, which knows every command and option", async () => {
    using folder = scratch();
    writeFileSync(folder.at("c.zsh"), await script("zsh"));
    const load =
      "autoload -U compinit; compinit -u -D; source ./c.zsh; whence -w _ap_archive; print $_comps[ap-archive]";
    const { stdout, stderr } = spawnSync("zsh", ["-f", "-c", load], { cwd: folder.path, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toBe("_ap_archive: function\n_ap_archive\n");
    const text = await script("zsh");
    for (const word of ["convert", "--visibility", "--json", "markdown"]) expect(text).toContain(word);
  });
});

it("another shell is wrong usage", async () => {
  const { code, stderr } = await run(["completion", "cmd"]);
  expect(code).toBe(2);
  expect(stderr).toContain("bash, zsh, fish");
});
