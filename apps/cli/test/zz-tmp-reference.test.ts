import { it } from "vitest";
it("writes", async () => {
  process.argv[2] = process.env.OUT_DIR!;
  await import("../src/reference/main.js");
});
