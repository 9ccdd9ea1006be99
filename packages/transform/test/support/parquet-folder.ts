import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, note, packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { memoryLibrary, type Selection, select, writeOutput } from "@archive/transform";
import { folderSink } from "@archive/transform/node";
import { parquetTarget } from "@archive/transform/parquet";
import { memorySource } from "./memory-source.js";

/** What `--to parquet` writes of two accounts and many years, with the posts that must be in it. */
export interface ParquetFolder extends AsyncDisposable {
  readonly path: string;
  readonly selection: Selection;
}

const BEN = "https://social.example/users/ben";
const PUBLISHED = ["2019-12-31T23:59:59Z", "2024-02-29T12:00:00Z", null];

/** The second account: its name needs an escape in the name of a folder, and one of its posts has no date. */
function ben() {
  const activities = PUBLISHED.map((published, number) => {
    const said = create(note({ id: `${number}`, content: `<p>Ben sagt: ${number} 😀</p>` }));
    const activity = { ...said, published, object: { ...note({ id: `${number}` }), published } };
    const text = JSON.stringify(activity).replaceAll("https://social.example/users/tess", BEN);
    const parsed: object = JSON.parse(text);
    return parsed;
  });
  const actor = { id: BEN, type: "Person", preferredUsername: "ben.von-köln" };
  return memorySource({ activities, actor });
}

/** Accounts in the folder, by name. */
export const ACCOUNTS = ["ben.von-köln@social.example", "nour@wattenmeer.example"];

/** Writes that folder; it goes when it is disposed of. */
export async function parquetFolder(): Promise<ParquetFolder> {
  const folder = await mkdtemp(join(tmpdir(), "parquet-"));
  const path = join(folder, "rows");
  await using archive = await openArchive(await packZip(sampleArchive()));
  const { selection } = await select([archive, ben()], { library: memoryLibrary() });
  await writeOutput({
    target: parquetTarget,
    selection,
    options: {},
    sink: folderSink(path),
    manifest: { tool: "test", version: "1.0.0", command: "convert parquet" },
  });
  return {
    path,
    selection,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
