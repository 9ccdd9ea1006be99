import { sampleSecrets } from "@archive/fixtures";
import { expect, it } from "vitest";
import type { Playground } from "./playground.js";
import { openInPage, shownText } from "./served-page.js";

/** The posts of an archive, found and shown; private ones only when they are asked for. */
export function timeline(playground: Playground): void {
  const { sample, withPage } = playground;

  it("hides private posts until they are asked for, and marks them", async () => {
    const { texts } = sampleSecrets();
    await withPage(async (page) => {
      await openInPage(page, sample);
      await page.getByRole("tab", { name: "Posts" }).click();
      const panel = page.getByRole("tabpanel");
      await panel.locator("article").first().waitFor();
      for (;;) {
        const more = panel.getByRole("button", { name: "Show more" });
        if ((await more.count()) === 0) break;
        const shown = await panel.locator("article").count();
        await more.click();
        await expect.poll(() => panel.locator("article").count()).toBeGreaterThan(shown);
      }
      const open = await page.content();
      expect(texts.filter((text) => open.includes(text))).toEqual([]);
      expect(await panel.locator("article.private").count()).toBe(0);

      await panel.getByRole("checkbox", { name: /^Public/ }).uncheck();
      await panel.getByRole("checkbox", { name: /^Unlisted/ }).uncheck();
      await panel.getByRole("checkbox", { name: /^Followers only/ }).check();
      await panel.getByRole("checkbox", { name: /^Direct/ }).check();
      await expect.poll(() => panel.locator("article.private").count()).toBeGreaterThan(0);
      await expect.poll(() => panel.locator("article:not(.private)").count()).toBe(0);
      expect(await shownText(panel.locator("article").first())).toMatch(/written for the people/);
      const secret = await page.content();
      expect(texts.some((text) => secret.includes(text))).toBe(true);
    });
  });

  it("searches words and narrows by year and media, and shows pictures of the archive", async () => {
    await withPage(async (page) => {
      await openInPage(page, sample);
      await page.getByRole("tab", { name: "Posts" }).click();
      const panel = page.getByRole("tabpanel");
      const found = panel.locator(".found");
      await expect.poll(() => shownText(found)).toMatch(/^280 posts/);
      await panel.getByLabel("Search").fill("paper folder");
      await expect.poll(() => shownText(found)).toMatch(/^\d{1,2} posts?\b/);
      expect(await shownText(panel.locator("article").first())).toContain("paper");
      await panel.getByLabel("Search").fill("");
      await panel.getByLabel("Year").selectOption("2021");
      await panel.getByLabel("With").selectOption({ label: "Pictures" });
      await expect.poll(() => shownText(panel.locator("article time").first())).toContain("2021");
      await panel.locator("article img").first().waitFor();
      const width = await panel
        .locator("article img")
        .first()
        .evaluate(async (image) => {
          if (!(image instanceof HTMLImageElement)) return 0;
          await image.decode();
          return image.naturalWidth;
        });
      expect(width).toBeGreaterThan(0);
    });
  });
}
