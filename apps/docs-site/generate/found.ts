import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type BrokenFixture, writeFolder } from "@archive/fixtures";
import { DIAGNOSTICS, diagnostic } from "@archive/schema";

/** A finding as a person at a terminal sees it. */
export interface Shown {
  /** What was typed; `null` for what no command meets in a file of its own, such as a disk that fails. */
  readonly command: string | null;
  readonly text: string;
}

/** Runs the built command on each fixture, and takes what it prints of the fixture's code. */
export async function shownByCode(
  command: string,
  fixtures: readonly BrokenFixture[],
): Promise<ReadonlyMap<string, Shown>> {
  const root = await mkdtemp(join(tmpdir(), "shown-"));
  const left = [...fixtures];
  const shown = new Map<string, Shown>();
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const folder = join(root, next.code.replace("/", "-"));
      await mkdir(folder);
      shown.set(next.code, await shownOf(next, command, folder));
      await rm(folder, { recursive: true });
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return shown;
}

async function shownOf(fixture: BrokenFixture, command: string, folder: string): Promise<Shown> {
  const argv = await argvFor(fixture, folder);
  const text = argv === null ? null : findingIn(await run(command, argv, folder), fixture.code);
  if (argv === null || text === null) return { command: null, text: withoutPlace(fixture.code) };
  return { command: `ap-archive ${argv.join(" ")}`, text };
}

/** Puts a fixture into a folder, and says how the command meets it. */
async function argvFor(fixture: BrokenFixture, folder: string): Promise<readonly string[] | null> {
  switch (fixture.kind) {
    case "archive": {
      const { content, salvage, limits } = fixture;
      if (limits !== undefined) return null;
      const name = basename(fixture.name ?? (content instanceof Uint8Array ? nameFor(content) : "export"));
      if (content instanceof Uint8Array) await writeFile(join(folder, name), content);
      else await writeFolder(content, join(folder, name));
      return ["validate", name, ...(salvage === true ? ["--salvage"] : [])];
    }
    case "document":
      await writeFile(join(folder, "document.json"), fixture.bytes);
      return ["validate", "document.json", "--profile", fixture.profile, "--show-content"];
    case "profile": {
      const { profile } = fixture;
      await writeFile(join(folder, "note.json"), '{"type":"Note"}');
      if (typeof profile === "string") return ["validate", "note.json", "--profile", profile];
      await writeFile(join(folder, "profile.json"), JSON.stringify(profile));
      return ["validate", "note.json", "--profile", "profile.json"];
    }
    case "extraction":
      await writeFile(join(folder, nameFor(fixture.bytes)), fixture.bytes);
      return ["extract", nameFor(fixture.bytes), "--out", "folder"];
    case "conversion":
      if (fixture.failing === true || fixture.copies !== undefined) return null;
      await writeFolder(fixture.files, join(folder, "export"));
      return ["convert", "export", "--to", "html", "--out", "site"];
    case "source":
      return fixture.source === "absent" ? ["validate", "archive.zip"] : null;
    case "jsonld":
    case "output":
      return null;
  }
}

function nameFor(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) return "archive.tar.gz";
  if (first === 0x7b || first === 0x5b) return "outbox.json";
  return new TextDecoder("latin1").decode(bytes.subarray(257, 262)) === "ustar"
    ? "archive.tar"
    : "archive.zip";
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, argv: readonly string[], cwd: string): Promise<Printed> {
  const env = { PATH: process.env.PATH, NO_COLOR: "1", NODE_COMPILE_CACHE: join(cwd, "../compiled") };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...argv], { cwd, env }, (_, stdout, stderr) =>
      // Where the folder of this run lies is nobody's business.
      resolve({ stdout: stdout.replaceAll(`${cwd}/`, ""), stderr: stderr.replaceAll(`${cwd}/`, "") }),
    );
  });
}

/** The part of what was printed that tells of a code: its paragraph, its lines in a list, or why the run ended. */
function findingIn({ stdout, stderr }: Printed, code: string): string | null {
  const begins = new RegExp(`^(?:error|warning|info)\\s+${code}(?:\\s|$)`);
  const paragraph = stdout.split("\n\n").find((each) => begins.test(each));
  if (paragraph !== undefined) return paragraph.trimEnd();
  const [, listed] =
    new RegExp(`^ *((?:error|warning|info) .*× ${code}\\n(?: {10}.*\\n)*)`, "m").exec(stdout) ?? [];
  if (listed !== undefined) return listed.replaceAll(/^ {8}/gm, "").trimEnd();
  return stderr.startsWith("error:") ? stderr.trimEnd() : null;
}

/** The same where nothing but a program of one's own, or a fault of the machine, brings it about. */
function withoutPlace(code: string): string {
  const known = Object.keys(DIAGNOSTICS).find((each): each is keyof typeof DIAGNOSTICS => each === code);
  if (known === undefined) throw new Error(`A fixture has the code ${code}, which the registry has not.`);
  const { severity, message, hint } = diagnostic(known);
  return [
    `${severity.padEnd(7)} ${code}`,
    `  ${message}`,
    ...(hint === undefined ? [] : [`  → ${hint}`]),
  ].join("\n");
}
