import { mastodonArchive, packZip } from "@archive/fixtures";
import { type Archive, openArchive } from "@archive/reader";
import { type ArchiveSource, inspect } from "@archive/transform";
import { expect, expectTypeOf, it } from "vitest";

it("what the reader opens is a source, by its shape alone", async () => {
  expectTypeOf<Archive>().toExtend<ArchiveSource>();
  await using archive: Archive = await openArchive(new Uint8Array(await packZip(mastodonArchive({}))));
  const source: ArchiveSource = archive;
  expect((await inspect(source)).archive).toMatchObject({ container: "zip", dialect: "mastodon" });
});
