import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packZip, rawZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { DIAGNOSTICS } from "@archive/schema";
import { expect, it } from "vitest";
import type { Playground } from "./playground.js";
import { chooseFile, download, openInPage, panelText, shownText } from "./served-page.js";

/** What can’t be read, what is broken, and what is stopped. */
export function trouble(playground: Playground): void {
  const { folder, sample, withPage } = playground;

  it("explains what can't be read", async () => {
    const broken = new Map<string, string | Uint8Array>([
      ["notes.txt", "just a text"],
      ["empty.zip", ""],
      ["photos.zip", rawZip([{ name: "a.jpg", data: "x" }])],
    ]);
    await withPage(async (page) => {
      for (const [name, content] of broken) {
        const path = join(folder, name);
        writeFileSync(path, content);
        const code = await thrownCode(path);
        await chooseFile(page, path);
        const alert = page.getByRole("alert").filter({ hasText: code });
        await alert.waitFor();
        expect(await shownText(alert)).toContain(DIAGNOSTICS[code].title);
        expect(await shownText(alert)).toContain(DIAGNOSTICS[code].hint);
        expect(await alert.getByRole("link").getAttribute("href")).toBe(`/x/reference/diagnostic/${code}/`);
        await page.getByRole("button", { name: "Open another archive" }).click();
      }
    });
  });

  it("lists what is broken in an archive that can be read", async () => {
    const path = join(folder, "damaged.zip");
    const files = new Map(sampleArchive());
    files.set("outbox.json", (files.get("outbox.json") ?? new Uint8Array()).slice(0, 60_000));
    writeFileSync(path, await packZip(files));
    await withPage(async (page) => {
      await openInPage(page, path);
      const text = await panelText(page, /^Findings/);
      expect(text).toMatch(/\d+ errors?: some of the data is wrong or lost/);
    });
  });

  it("stops when it is told to", async () => {
    await withPage(async (page) => {
      await chooseFile(page, sample);
      await page
        .getByRole("button", { name: /^Cancel|^Open another/ })
        .first()
        .click();
      await page.getByRole("button", { name: "Try the sample" }).waitFor();
      await expect.poll(() => page.workers().length).toBe(0);
      await openInPage(page, sample);
      await page.getByRole("tab", { name: /^Downloads/ }).click();
      await page.getByRole("button", { name: "Make Web site" }).click();
      await page.getByRole("tabpanel").getByRole("button", { name: "Cancel" }).click();
      await expect.poll(() => page.getByRole("button", { name: "Make Web site" }).isEnabled()).toBe(true);
      expect(await page.getByRole("link", { name: /^Save/ }).count()).toBe(0);
      const { name } = await download(page, "CSV");
      expect(name).toMatch(/\.csv$/);
    });
  });
}

async function thrownCode(path: string): Promise<keyof typeof DIAGNOSTICS> {
  const error: unknown = await openArchive(path).catch((thrown: unknown) => thrown);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = Object.keys(DIAGNOSTICS).find((each) => each === code);
  if (known === undefined) throw new Error(`opens: ${path}`);
  return known as keyof typeof DIAGNOSTICS; // one of its own keys
}
