import { mastodonArchive } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import type { FolderFile } from "../src/browser/files-container.js";
import { openArchive, openContainer } from "../src/index.browser.js";

const FILES = mastodonArchive();

function folder(more: readonly (readonly [string, BlobPart])[] = []): readonly FolderFile[] {
  // A Blob takes no bytes that other threads may write to: what may be shared is copied.
  const files = [...FILES].map(([path, bytes]) => [path, new Uint8Array(bytes)] as const);
  return [...files, ...more].map(([path, content]) => ({
    path,
    file: new File([content], "x", { lastModified: Date.UTC(2024, 4, 1) }),
  }));
}

describe("the files of a folder, as a page collects them", () => {
  it("are an archive", async () => {
    await using archive = await openArchive(folder());
    expect(archive.info).toMatchObject({ container: "folder", dialect: "mastodon" });
    const ids: unknown[] = [];
    for await (const { value } of archive.outbox()) ids.push(value.id);
    const { orderedItems } = JSON.parse(new TextDecoder().decode(FILES.get("outbox.json")));
    expect(ids).toEqual(orderedItems.map(({ id }: { id: string }) => id));
  });

  it("are one in the folder around them, too", async () => {
    const deeper = folder().map(({ path, file }) => ({ path: `my export/${path}`, file }));
    await using archive = await openArchive(deeper);
    expect((await archive.actor())?.value.type).toBe("Person");
  });

  it("are listed in one order, with sizes and times, and read to the byte", async () => {
    const bytes = new Uint8Array(600_000).map((_, at) => at % 251);
    await using container = await openContainer(folder([["z.bin", bytes]]).toReversed());
    const paths: string[] = [];
    for await (const entry of container.entries()) {
      paths.push(entry.path);
      expect(entry.modified).toBe("2024-05-01T00:00:00.000Z");
      if (entry.path !== "z.bin") continue;
      expect(entry.size).toBe(bytes.length);
      const chunks: Uint8Array[] = [];
      for await (const chunk of container.open(entry)) chunks.push(chunk);
      expect(Buffer.compare(Buffer.concat(chunks), bytes)).toBe(0);
    }
    expect(paths).toEqual(paths.toSorted());
  });

  it("pass the guards of names", async () => {
    const codes: string[] = [];
    const onDiagnostic = ({ code }: { code: string }): void => void codes.push(code);
    await using container = await openContainer(folder([["../../.bashrc", "x"]]), { onDiagnostic });
    const paths: string[] = [];
    for await (const { path } of container.entries({ onDiagnostic })) paths.push(path);
    expect(paths).not.toContain(".bashrc");
    expect(codes).toContain("entry/unsafe-path");
  });

  it("that can't be read any more are told of, and the rest is read", async () => {
    const gone = new File(["{}"], "likes.json");
    Object.defineProperty(gone, "slice", {
      value: () => ({ arrayBuffer: () => Promise.reject(new Error("changed on the disk")) }),
    });
    const codes: string[] = [];
    const onDiagnostic = ({ code }: { code: string }): void => void codes.push(code);
    const files = folder().filter(({ path }) => path !== "likes.json");
    await using container = await openContainer([...files, { path: "likes.json", file: gone }]);
    for await (const entry of container.entries()) {
      for await (const chunk of container.open(entry, { onDiagnostic }))
        expect(chunk.length).toBeGreaterThan(0);
    }
    expect(codes).toEqual(["entry/unreadable"]);
  });

  it("are refused when there is none", async () => {
    await expect(openArchive([])).rejects.toMatchObject({ code: "archive/empty" });
  });
});
