import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Playground } from "./playground.js";
import { openInPage } from "./served-page.js";

/** What an archive from anywhere can do to who opens it: nothing. */
export function safety(playground: Playground): void {
  const { folder, sample, withPage } = playground;

  it("can send nothing, from the page or from the worker that reads the archive", async () => {
    const { page } = await playground.served.open();
    const fetching = async (address: string): Promise<string> =>
      fetch(address).then(
        () => "sent",
        () => "refused",
      );
    await openInPage(page, sample);
    const before = playground.served.asked.length;
    const [worker] = page.workers();
    expect(await page.evaluate(fetching, playground.served.url)).toBe("refused");
    expect(await worker?.evaluate(fetching, playground.served.url)).toBe("refused");
    const socket = await worker?.evaluate(
      (address: string) => {
        try {
          return new Promise<string>((resolve) => {
            const each = new WebSocket(address);
            each.onopen = () => resolve("sent");
            each.onerror = () => resolve("refused");
          });
        } catch {
          return "refused";
        }
      },
      playground.served.url.replace("http:", "ws:"),
    );
    expect(socket).toBe("refused");
    expect(playground.served.asked.length).toBe(before);
    const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    await page.close();
  });

  it("runs nothing of what posts hold, and loads nothing they name", async () => {
    const hostile = `<p>hostile words</p><img src="https://evil.example/pixel.png" onerror="window.hacked=1">
      <script>window.hacked=1</script><a href="javascript:window.hacked=1">run</a><svg onload="window.hacked=1"></svg>
      <iframe src="https://evil.example/"></iframe><style>@import "https://evil.example/a.css"</style>`;
    const id = "https://social.example/users/eve/statuses/1";
    const [to, published] = [["https://www.w3.org/ns/activitystreams#Public"], "2024-05-01T10:00:00Z"];
    const note = {
      id,
      type: "Note",
      published,
      to,
      content: hostile,
      summary: null,
      url: "javascript:alert(1)",
    };
    const create = {
      id: `${id}/activity`,
      type: "Create",
      actor: "https://social.example/users/eve",
      published,
      to,
    };
    const outbox = {
      id: "outbox.json",
      type: "OrderedCollection",
      orderedItems: [{ ...create, object: note }],
    };
    const path = join(folder, "hostile.json");
    writeFileSync(path, JSON.stringify({ "@context": "https://www.w3.org/ns/activitystreams", ...outbox }));
    await withPage(async (page) => {
      await openInPage(page, path);
      await page.getByRole("tab", { name: "Posts" }).click();
      const article = page.getByRole("tabpanel").locator("article");
      await article.getByText("hostile words").waitFor();
      expect(await article.locator("script, iframe, style, svg, img, [onload], [onerror]").count()).toBe(0);
      expect(await article.locator("a[href^='javascript' i]").count()).toBe(0);
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
    });
  });
}
