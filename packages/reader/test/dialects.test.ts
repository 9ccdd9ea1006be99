import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  EXPORT_SECRET,
  type ExportFixture,
  exportFixtures,
  packTar,
  packTarGz,
  packZip,
  writeFolder,
} from "@archive/fixtures";
import { audienceOf, classifyItem, type Diagnostic } from "@archive/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knownDialects, type OpenArchiveOptions, openArchive } from "../src/index.js";

const fixtures = Object.entries(exportFixtures());

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dialects-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** All that can be had of an archive. */
async function read(source: string | Uint8Array, options: OpenArchiveOptions = {}) {
  const found: Diagnostic[] = [];
  const run = { onDiagnostic: (each: Diagnostic) => void found.push(each) };
  await using archive = await openArchive(source, { ...options, ...run });
  const { dialect, era, exportedAt, container } = archive.info;
  const actor = await archive.actor(run);
  const items = [];
  for await (const item of archive.outbox(run)) {
    const kind = classifyItem(item.value);
    const made = kind.kind === "post" || kind.kind === "boost" ? kind : null;
    const { visibility } = audienceOf({
      activity: made?.activity ?? null,
      object: made?.object ?? null,
      actor: actor?.value ?? null,
      hint: item.hint,
    });
    items.push({ kind: kind.kind, visibility, ...item });
  }
  const collections: Record<string, unknown> = {};
  for (const name of archive.has) {
    const members = [];
    for await (const { value } of archive.collection(name, run)) members.push(value);
    collections[name] = members;
  }
  const media = [];
  for await (const { path } of archive.media(run)) media.push(path);
  const roles: Record<string, string> = {};
  for await (const entry of archive.entries(run)) roles[entry.path] = entry.collection ?? entry.role;
  const shown = items.flatMap(({ value }) => attachmentsOf(value).map((url) => archive.resolveMedia(url)));
  const codes = [...new Set(found.map(({ code, pointer }) => `${code} ${pointer ?? ""}`.trim()))].toSorted();
  return {
    info: { dialect, era },
    exportedAt,
    container,
    actor,
    items,
    collections,
    media,
    roles,
    codes,
    shown,
    found,
  };
}

function attachmentsOf(value: object): string[] {
  const object: unknown = Reflect.get(value, "object");
  const list: unknown = Object(object).attachment;
  return Array.isArray(list) ? list.flatMap(({ url }) => (typeof url === "string" ? [url] : [])) : [];
}

type Read = Awaited<ReturnType<typeof read>>;

async function packedAs(name: string, { files, name: given = "export" }: ExportFixture) {
  const inFolder = join(folder, name);
  await writeFolder(files, inFolder);
  const zipped = join(folder, `${name}-zip`, given);
  await writeFolder(new Map([[given, await packZip(files)]]), join(folder, `${name}-zip`));
  return { folder: inFolder, zip: zipped, tar: await packTar(files), "tar.gz": await packTarGz(files) };
}

/** What must be the same however it is packed. */
function gist({ info, actor, items, collections, shown, codes }: Read) {
  const plain = items.map(({ value, raw, hint, visibility, pointer }) => ({
    value,
    raw,
    hint,
    visibility,
    pointer,
  }));
  // Folders are listed by name, other containers in their own order.
  plain.sort((a, b) => (JSON.stringify(a.raw) < JSON.stringify(b.raw) ? -1 : 1));
  return { info, actor: actor?.value ?? null, plain, collections, shown, codes };
}

describe.each(fixtures)("%s", (name, fixture) => {
  let packed: Awaited<ReturnType<typeof packedAs>>;
  let zip: Read;
  beforeAll(async () => {
    packed = await packedAs(name, fixture);
    zip = await read(packed.zip);
  });

  it("is known, and read as its page says", async () => {
    expect(zip.info.dialect).toBe(fixture.dialect);
    expect(knownDialects()).toContainEqual(expect.objectContaining({ dialect: fixture.dialect }));
    const { actor, items, found: _, container: __, ...rest } = zip;
    const shown = items.map(({ raw: _, value, ...item }) => ({ ...item, value }));
    const golden = { ...rest, actor: actor?.value ?? null, items: shown };
    await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot(`golden/dialects/${name}.json`);
  });

  it("is the same in every container", async () => {
    for (const kind of ["folder", "tar", "tar.gz"] as const) {
      const other = await read(packed[kind]);
      expect(other.container).toBe(kind);
      // When text files were written is told by the container alone.
      if (name !== "writefreely-text") expect(gist(other)).toEqual(gist(zip));
      else
        expect(other.items.map(({ raw }) => raw.body).toSorted()).toEqual(
          zip.items.map(({ raw }) => raw.body).toSorted(),
        );
    }
  });

  it("is read in a folder around it, too", async () => {
    const wrapped = new Map([...fixture.files].map(([path, bytes]) => [`wrapped up/${path}`, bytes]));
    const inside = await read(await packZip(wrapped));
    expect(inside.info).toEqual(zip.info);
    expect(inside.items.map(({ value }) => value)).toEqual(zip.items.map(({ value }) => value));
    expect(inside.collections).toEqual(zip.collections);
  });

  it.skipIf(fixture.bare === undefined)(
    "is known by its posts alone, whatever the file is called",
    async () => {
      const bytes = fixture.files.get(fixture.bare ?? "") ?? new Uint8Array();
      const alone = await read(bytes);
      expect(alone.info.dialect).toBe(fixture.dialect === "akkoma" ? "pleroma" : fixture.dialect);
      expect(alone.items).toHaveLength(zip.items.length);
    },
  );

  it("goes on where it is told to", async () => {
    const second = zip.items.find(({ offset }) => offset > (zip.items[0]?.offset ?? 0));
    if (second === undefined) return;
    await using archive = await openArchive(packed.zip);
    const rest = [];
    for await (const item of archive.outbox({ from: second.offset })) rest.push(item.pointer);
    expect(rest).toEqual(
      zip.items.filter(({ offset }) => offset >= second.offset).map(({ pointer }) => pointer),
    );
  });

  it("hands out no secret", () => {
    const secrets = [...fixture.files.values()].some((bytes) =>
      new TextDecoder().decode(bytes).includes(EXPORT_SECRET),
    );
    expect(JSON.stringify(zip)).not.toContain(EXPORT_SECRET);
    if (secrets) expect(zip.codes.some((code) => code.startsWith("secret/"))).toBe(true);
  });
});
