import { fep6fcdTarget } from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { outputOf, own } from "./support/shaped-output.js";

describe("fep-6fcd", () => {
  it("has both manifests, which list every file", async () => {
    const { paths, text, json } = await outputOf(fep6fcdTarget);
    expect(text("manifest.yml")).toBe(text("manifest.yaml"));
    const manifest = parse(text("manifest.yml"));
    expect(manifest["ubc-version"]).toBe(0.1);
    const listed: string[] = [];
    const walk = (folder: Record<string, { contents?: never }>, path: string): void => {
      for (const [name, { contents }] of Object.entries(folder)) {
        if (contents === undefined) listed.push(path + name);
        else walk(contents, `${path}${name}/`);
      }
    };
    walk(manifest.contents, "");
    expect(listed.toSorted()).toEqual(paths.toSorted());
    expect(paths).toEqual(
      expect.arrayContaining([
        "activitypub/actor.json",
        "activitypub/outbox.json",
        "activitypub/bookmarks.csv",
      ]),
    );
    expect(text("activitypub/bookmarks.csv")).toBe("https://other.example/notes/2\n");
    const { url } = json("activitypub/outbox.json").orderedItems.find(
      ({ object }: { object: { id?: string } }) => object.id === own("1000"),
    ).object.attachment[0];
    expect(url).toMatch(/^\.\.\/media\/[0-9a-z]{16}\.png$/);
    expect(paths).toContain(url.slice(3));
    expect(text("activitypub/actor.json")).not.toContain("KEYKEY");
  });
});
