import { servedPage } from "./playground/served-page.ts";
const s = await servedPage();
try {
  const { page, trouble } = await s.open({ viewport: { width: 1280, height: 900 } });
  page.on("worker", w => console.log("worker", w.url()));
  await page.getByRole("button", { name: "Try the sample" }).click();
  await page.waitForTimeout(3000);
  console.log(trouble, s.asked, await page.content());
} finally { await s[Symbol.asyncDispose](); }
process.exit(0);
