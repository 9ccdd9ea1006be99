import { rmSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type BrokenArchive,
  type BrokenConversion,
  type BrokenFixture,
  type BrokenOutput,
  brokenFixtures,
  mastodonArchive,
  writeFolder,
} from "@archive/fixtures";
import { type ByteSource, type OpenArchiveOptions, openArchive, openContainer } from "@archive/reader";
import { ArchiveError, DIAGNOSTICS, type Diagnostic } from "@archive/schema";
import { expand } from "@archive/schema/jsonld";
import { createValidator, loadProfile } from "@archive/schema/validate";
import {
  extract,
  type ImageWorker,
  memoryLibrary,
  memorySink,
  type Selection,
  select,
  validate,
  validateDocuments,
  writeOutput,
} from "@archive/transform";
import { htmlTarget } from "@archive/transform/html";
import { sharpWorker } from "@archive/transform/images";
import { exactFolderSink, folderSink } from "@archive/transform/node";
import { describe, expect, it, vi } from "vitest";

type Listen = (found: Diagnostic) => void;

const fixtures = await brokenFixtures();

describe("the table of fixtures", () => {
  it("has a fixture for every code, and a code for every fixture", () => {
    expect(fixtures.map(({ code }) => code).sort()).toEqual(Object.keys(DIAGNOSTICS).sort());
  });

  it.each(fixtures.map((fixture) => [fixture.code, fixture] as const))(
    "provokes %s",
    async (code, fixture) => {
      expect(await codesOf(fixture)).toContain(code);
    },
  );

  it("leaves a sound archive without an error or a warning", async () => {
    const found = await codesOf({ code: "", kind: "archive", content: mastodonArchive() });
    expect([...found]).toEqual([]);
  });
});

/** Every code that is found or thrown. */
async function codesOf(fixture: BrokenFixture): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  const onDiagnostic: Listen = ({ code }) => codes.add(code);
  const folder = await mkdtemp(join(tmpdir(), "broken-"));
  try {
    await provoke(fixture, folder, onDiagnostic);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    codes.add(error.code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return codes;
}

async function provoke(fixture: BrokenFixture, folder: string, onDiagnostic: Listen): Promise<void> {
  switch (fixture.kind) {
    case "archive":
      return checkArchive(fixture, folder, onDiagnostic);
    case "source":
      return readSource(fixture.source, folder, onDiagnostic);
    case "document": {
      const { profile, bytes } = fixture;
      await validateDocuments([{ path: "document.json", bytes }], { profile, onDiagnostic });
      return;
    }
    case "profile": {
      const { profile } = fixture;
      await createValidator({
        profile: typeof profile === "string" ? profile : loadProfile(profile),
        onDiagnostic,
      });
      return;
    }
    case "jsonld":
      await expand(fixture.document, { onDiagnostic });
      return;
    case "conversion":
      return convert(fixture, folder, onDiagnostic);
    case "extraction": {
      await using container = await openContainer(fixture.bytes);
      const manifest = { tool: "test", version: "1.0.0", command: "extract" };
      await extract(container, { sink: exactFolderSink(join(folder, "out")), manifest }, { onDiagnostic });
      return;
    }
    case "output":
      return writeTwice(fixture, folder, onDiagnostic);
  }
}

async function checkArchive(fixture: BrokenArchive, folder: string, onDiagnostic: Listen): Promise<void> {
  const { content, name = "archive", limits, salvage, media } = fixture;
  const path = join(folder, name);
  if (content instanceof Uint8Array) await writeFile(path, content);
  else await writeFolder(content, path);
  const options: OpenArchiveOptions = {
    onDiagnostic,
    ...(limits !== undefined && { limits }),
    ...(salvage !== undefined && { salvage }),
  };
  await using archive = await openArchive(path, options);
  await validate(archive, { onDiagnostic, media });
}

async function readSource(
  source: "absent" | "failing" | "vanishing",
  folder: string,
  onDiagnostic: Listen,
): Promise<void> {
  if (source === "absent") await openArchive(join(folder, "nothing"), { onDiagnostic });
  else if (source === "failing") await openArchive(failing(), { onDiagnostic });
  else {
    await writeFolder(mastodonArchive(), join(folder, "archive"));
    await using archive = await openArchive(join(folder, "archive"), { onDiagnostic });
    rmSync(join(folder, "archive", "outbox.json"));
    await validate(archive, { onDiagnostic });
  }
}

/** A store that names a size and then gives nothing. */
function failing(): ByteSource {
  return {
    size: 1000,
    read: () => Promise.reject(new Error("The disk is gone.")),
  };
}

async function convert(fixture: BrokenConversion, folder: string, onDiagnostic: Listen): Promise<void> {
  await writeFolder(fixture.files, join(folder, "archive"));
  await using archive = await openArchive(join(folder, "archive"));
  const images = fixture.copies === undefined ? undefined : { worker: await workerOf(fixture.copies) };
  const { selection } = await select(archive, { library: memoryLibrary(), images }, { onDiagnostic });
  const manifest = { tool: "test", version: "1.0.0", command: "convert html" };
  const chosen = fixture.failing === true ? withFailingThreads(selection) : selection;
  await writeOutput(
    { target: htmlTarget, selection: chosen, options: {}, sink: memorySink(), manifest },
    { onDiagnostic },
  );
}

async function workerOf(copies: "impossible" | "without-library"): Promise<ImageWorker> {
  if (copies === "impossible") return { concurrency: 1, make: () => Promise.resolve(null) };
  vi.doMock("sharp", () => {
    throw new Error("Cannot find package 'sharp'");
  });
  try {
    return await sharpWorker();
  } finally {
    vi.doUnmock("sharp");
  }
}

/** The same selection; whoever asks for a thread is told of a fault. */
function withFailingThreads(selection: Selection): Selection {
  return new Proxy(selection, {
    get(target, property) {
      if (property === "thread") throw new Error("A fault of this tool.");
      const value: unknown = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

async function writeTwice(fixture: BrokenOutput, folder: string, onDiagnostic: Listen): Promise<void> {
  const out = join(folder, fixture.blocked === true ? "file/out" : "out");
  if (fixture.blocked === true) writeFileSync(join(folder, "file"), "no folder");
  if (fixture.earlier !== undefined) await write(out, fixture.earlier, onDiagnostic);
  for (const [path, text] of Object.entries(fixture.edits ?? {})) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
  }
  if (fixture.meanwhile === true) await writeAtOnce(out, fixture.outputs);
  else await write(out, fixture.outputs, onDiagnostic);
}

/** Two runs, of which the second begins before the first is done. */
async function writeAtOnce(out: string, files: Readonly<Record<string, string>>): Promise<void> {
  const sinks = [folderSink(out), folderSink(out)];
  for (const sink of sinks) {
    await sink.begin({ tool: "test", version: "1.0.0", command: "convert html" });
    for (const [path, content] of Object.entries(files)) await sink.put({ path, content });
  }
  try {
    for (const sink of sinks) await sink.commit();
  } finally {
    for (const sink of sinks) await sink.abort();
  }
}

async function write(
  out: string,
  files: Readonly<Record<string, string>>,
  onDiagnostic: Listen,
): Promise<void> {
  const sink = folderSink(out, { onDiagnostic });
  try {
    await sink.begin({ tool: "test", version: "1.0.0", command: "convert html" });
    for (const [path, content] of Object.entries(files)) await sink.put({ path, content });
    await sink.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}
