import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";

/** What a busy machine may need for one step of a page. */
const PATIENCE_MS = 100_000;
const BROWSER = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);

const PAGE = `<!doctype html><meta charset="utf-8"><title>waiting</title><script type="module" src="/page.js"></script>`;
const SCRIPT = `
  import { createValidator } from "@archive/schema/validate";
  const refused = (() => { try { new Function("return 1")(); return false; } catch { return true; } })();
  const found = [];
  const onDiagnostic = (each) => found.push(each.code + " " + each.pointer);
  for (const profile of ["as2", "wild"]) {
    const validator = await createValidator({ profile, onDiagnostic });
    validator.text(new TextEncoder().encode('{"type":"Note","content":7,"tag":[]}'));
  }
  document.body.textContent = JSON.stringify({ refused, found });
  document.title = "done";
`;

describe.skipIf(BROWSER === undefined)("in a browser that forbids code from text (script-src 'self')", () => {
  it("validates", async () => {
    const { outputFiles } = await build({
      stdin: { contents: SCRIPT, resolveDir: fileURLToPath(new URL("../", import.meta.url)) },
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      conditions: ["@archive/source"],
      outdir: "/",
      entryNames: "page",
      write: false,
    });
    const files = new Map(
      outputFiles.map((file) => [file.path.slice(file.path.lastIndexOf("/")), file.text]),
    );
    const script = files.get("/stdin.js") ?? files.get("/page.js");
    const server = createServer((request, response) => {
      const path = request.url ?? "/";
      const text = path === "/" ? PAGE : path === "/page.js" ? script : files.get(path);
      response.writeHead(text === undefined ? 404 : 200, {
        "content-type": path === "/" ? "text/html" : "text/javascript",
        "content-security-policy": "default-src 'none'; script-src 'self'",
      });
      response.end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const browser = await chromium.launch({ executablePath: BROWSER ?? "", args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`http://127.0.0.1:${port}/`);
      await expect.poll(() => page.title()).toBe("done");
      const told: unknown = JSON.parse((await page.textContent("body")) ?? "");
      expect(errors).toEqual([]);
      expect(told).toEqual({
        refused: true,
        found: Array(2).fill("as2/required-type /content"),
      });
    } finally {
      await browser.close();
      server.close();
    }
  });
});
