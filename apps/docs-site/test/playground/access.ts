import axe from "axe-core";
import { expect, it } from "vitest";
import type { Playground } from "./playground.js";
import { openInPage } from "./served-page.js";

/** The page for everybody: by keyboard, on small screens, in both colour schemes. */
export function access(playground: Playground): void {
  const { sample, withPage } = playground;

  it("is led by the keyboard", async () => {
    await withPage(async (page) => {
      await openInPage(page, sample);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      await page.getByRole("tab", { name: "Overview" }).focus();
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Posts");
      await page.keyboard.press("End");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Downloads");
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Overview");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tabpanel");
    });
  });

  it.each(["light", "dark"] as const)("has no faults that axe knows of, %s", async (colorScheme) => {
    const { page } = await playground.served.open({ colorScheme, bypassCSP: true });
    const expectClean = async (where: string): Promise<void> => {
      await page.evaluate(axe.source);
      const violations: unknown = await page.evaluate(
        "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html))",
      );
      expect(violations, where).toEqual([]);
    };
    await expectClean("start");
    await openInPage(page, sample);
    for (const tab of [/^Overview/, /^Posts/, /^Findings/, /^Downloads/]) {
      await page.getByRole("tab", { name: tab }).click();
      if (String(tab) === "/^Posts/") {
        await page
          .getByRole("tabpanel")
          .getByRole("checkbox", { name: /^Direct/ })
          .check();
        await page.locator("article.private").first().waitFor();
      }
      for (const summary of await page.getByRole("tabpanel").locator("summary").all()) await summary.click();
      await expectClean(String(tab));
    }
    await page.close();
  });

  it.each([320, 390, 1280])("fits a screen %i px wide", async (width) => {
    const { page } = await playground.served.open({ viewport: { width, height: 800 } });
    await openInPage(page, sample);
    for (const tab of [/^Overview/, /^Posts/, /^Findings/, /^Downloads/]) {
      await page.getByRole("tab", { name: tab }).click();
      if (String(tab) === "/^Posts/") await page.locator("article").first().waitFor();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        String(tab),
      ).toBeLessThanOrEqual(width);
    }
    await page.close();
  });
}
