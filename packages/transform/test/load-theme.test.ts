import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadTheme } from "@archive/transform/node";
import { afterAll, describe, expect, it } from "vitest";
import { everyPage } from "./html-every-page.js";
import { pagesOf } from "./html-pages.js";

const root = mkdtempSync(join(tmpdir(), "theme-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  made += 1;
  const path = join(root, `theme-${made}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

describe("a theme on a disk", () => {
  it("is a folder with settings, styles and code", async () => {
    const theme = await loadTheme(
      folder({
        "theme.json": `{ "title": "Mine", "footer": "Foot", "menu": ["posts"], "pinned": ["https://a.example/1"], "tokens": { "accent": "#123456" } }`,
        "theme.css": "p { color: green; }",
        "theme.mjs": `export default ({ h, components }) => ({
          components: { Colophon: (props) => h("div", { class: "framed" }, components.Colophon(props)) },
        });`,
      }),
    );
    expect(theme).toMatchObject({
      title: "Mine",
      footer: "Foot",
      menu: ["posts"],
      pinned: ["https://a.example/1"],
      styles: "p { color: green; }",
    });
    const home = (await pagesOf(everyPage(), { theme })).get("index.html") ?? "";
    expect(home).toContain("<title>Mine</title>");
    expect(home).toContain('<div class="framed"><div class="ledger"><p class="fact">Colophon</p><p>Foot</p>');
  });

  it("is one file of any of them", async () => {
    const path = folder({
      "a.css": "p{}",
      "b.json": `{ "bare": true }`,
      "c.mjs": "export default { styles: 'i{}' };",
    });
    expect(await loadTheme(join(path, "a.css"))).toEqual({ styles: "p{}" });
    expect(await loadTheme(join(path, "b.json"))).toEqual({ bare: true });
    expect(await loadTheme(join(path, "c.mjs"))).toEqual({ styles: "i{}" });
  });

  it.each<[Readonly<Record<string, string>>, RegExp]>([
    [{}, /none of theme\.json/],
    [{ "theme.json": "{" }, /no JSON/],
    [{ "theme.json": "[]" }, /no object/],
    [{ "theme.json": `{ "colour": "red" }` }, /nothing is called "colour"/],
    [{ "theme.json": `{ "menu": [1] }` }, /"menu"/],
    [{ "theme.json": `{ "pinned": "https://a.example/1" }` }, /"pinned"/],
    [{ "theme.json": `{ "tokens": { "accent": 1 } }` }, /"tokens"/],
    [{ "theme.mjs": "export const theme = {};" }, /no theme as its default/],
    [{ "theme.mjs": "export default { components: { Day: 1 } };" }, /"components"/],
  ])("that is none is told of: %j", async (files, message) => {
    await expect(loadTheme(folder(files))).rejects.toThrow(message);
  });

  it("that is not there is told of", async () => {
    await expect(loadTheme(join(root, "nowhere"))).rejects.toThrow(/no such folder, file or module/);
  });
});
