import { rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { mastodonArchive, writeFolder } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { openContainer } from "../src/node/open-container.js";
import { bytesOf, FILES, readAll, temporaryFolder, textOf } from "./container-helpers.js";

describe("folders", () => {
  it("leave links out, ignore junk and sort by name", async () => {
    await using folder = await temporaryFolder();
    const root = join(folder.path, "a");
    await writeFolder(
      new Map([...FILES, [".DS_Store", bytesOf("x")], ["__MACOSX/._outbox.json", bytesOf("x")]]),
      root,
    );
    await symlink("/etc/passwd", join(root, "passwd"));
    await symlink(folder.path, join(root, "loop"));
    const result = await readAll(root);
    expect(result.paths).toEqual([...FILES.keys()].toSorted());
    expect(result.diagnostics.filter(({ code }) => code === "entry/link").map(({ file }) => file)).toEqual([
      "loop",
      "passwd",
    ]);
    expect(result.diagnostics.filter(({ code }) => code === "entry/ignored").length).toBe(1);
  });

  it("report a file that vanished", async () => {
    await using folder = await temporaryFolder();
    await writeFolder(mastodonArchive(), folder.path);
    const codes: string[] = [];
    await using container = await openContainer(folder.path, {
      onDiagnostic: ({ code }) => codes.push(code),
    });
    await rm(join(folder.path, "actor.json"));
    expect(await textOf(container, "actor.json")).toBe("");
    expect(codes).toEqual(["entry/unreadable"]);
  });
});
