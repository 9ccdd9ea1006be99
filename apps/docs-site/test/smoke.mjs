import { servedPage, openInPage, panelText, download } from "./playground/served-page.ts";
const s = await servedPage();
try {
  const { page, trouble } = await s.open({ viewport: { width: 1280, height: 900 } });
  await page.screenshot({ path: "/tmp/pg/start.png", fullPage: true });
  const t = performance.now();
  await page.getByRole("button", { name: "Try the sample" }).click();
  await page.getByRole("tab", { name: /^Findings \(/ }).waitFor({ timeout: 30000 }).catch((e) => console.log("wait", e.message));
  console.log("read in", performance.now() - t);
  console.log((await page.locator("main").innerText()).slice(0, 1500));
  await page.screenshot({ path: "/tmp/pg/report.png", fullPage: true });
  for (const [tab, n] of [[/^Posts/, "posts"], [/^Findings/, "findings"], [/^Downloads/, "downloads"]]) {
    await page.getByRole("tab", { name: tab }).click();
    await page.waitForTimeout(900);
    await page.screenshot({ path: `/tmp/pg/${n}.png`, fullPage: n !== "posts" });
  }
  for (const o of ["Web site", "Markdown", "Atom feed", "RSS feed", "JSON Feed", "CSV", "NDJSON", "Plain text", "ActivityStreams"]) {
    const d = await download(page, o).catch((e) => ({ name: "FAILED " + e.message }));
    console.log(o, d.name, d.path && (await import("node:fs")).statSync(d.path).size);
    if (!d.path) console.log(await page.locator("main").innerText());
  }
  console.log(trouble);
  console.log("workers", page.workers().length, page.workers()[0]?.url());
  console.log(await page.workers()[0]?.evaluate(() => fetch(self.location.origin + "/x/playground/").then(() => "SENT", (e) => "refused " + e.message)));
} finally { await s[Symbol.asyncDispose](); }
process.exit(0);
