import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packTarGz, packZip, sampleArchive } from "@archive/fixtures";
import { type Page, ROOT } from "./pages.js";

/** What {@link givenIn} opens. */
const GIVEN_ARCHIVE = "archive.zip";

/** Every name that examples give an archive. */
const ZIPS = [
  GIVEN_ARCHIVE,
  "archive-20240501100000-0a1b2c3d.zip",
  "2024.zip",
  "2025.zip",
  "january.zip",
  "february.zip",
  "export.zip",
  "exports/ada.zip",
  "exports/bo.zip",
  "old-account.zip",
  "new-account.zip",
  "path/to/your-archive.zip",
] as const;
const OLD = "archive-20190412080000-0123456789abcdef0123456789abcdef.tar.gz";
const BROKEN = "broken.zip";
const NOTE = {
  "@context": "https://www.w3.org/ns/activitystreams",
  id: "https://a.example/notes/1",
  type: "Note",
  content: "<p>Hello</p>",
};

const FILES = ["outbox.json", "actor.json"] as const;

type Sample = Awaited<ReturnType<typeof packedSample>>;

let packed: Promise<Sample> | null = null;

/** A folder to run the examples of a page in. */
export interface Shelf extends Disposable {
  readonly path: string;
}

/** A folder with the sample under every name that pages give an archive, and with the files that a page shows. */
export async function shelfFor(page: Page): Promise<Shelf> {
  packed ??= packedSample();
  const { files, zip, tarGz } = await packed;
  const path = realpathSync(mkdtempSync(join(tmpdir(), "examples-")));
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  const words = page.blocks.map(({ code }) => code).join("\n");
  const all: readonly (readonly [string, string | Uint8Array])[] = [
    ...ZIPS.map((name) => [name, zip] as const),
    [OLD, tarGz],
    [BROKEN, withoutDirectory(zip)],
    ...FILES.map((name) => [name, files.get(name) ?? ""] as const),
    ...FILES.map((name) => [`unpacked/${name}`, files.get(name) ?? ""] as const),
    ["note.json", JSON.stringify(NOTE)],
    ["my-theme/theme.json", "{}"],
  ];
  // Only those that the page speaks of, by their names or by their folders.
  for (const [name, content] of all) {
    const [top = ""] = name.split("/");
    if (name === GIVEN_ARCHIVE || new RegExp(`(?<![\\w./-])${top}(?![\\w.-])`).test(words))
      put(name, content);
  }
  // Where a page says `apps/cli/…`, its reader stands in the repository.
  for (const part of ["apps/cli", "packages/fixtures"]) {
    mkdirSync(dirname(join(path, part)), { recursive: true });
    symlinkSync(join(ROOT, part), join(path, part), "junction");
  }
  for (const { file, code } of page.blocks) if (file !== null) put(file, code);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A download that broke off just before the end: every file is there, and nothing says where. */
function withoutDirectory(zip: Uint8Array): Uint8Array {
  const end = new DataView(zip.buffer, zip.byteOffset + zip.length - 22);
  return zip.subarray(0, end.getUint32(16, true));
}

async function packedSample() {
  const files = sampleArchive();
  return { files, zip: await packZip(files), tarGz: await packTarGz(files) };
}
