import { build } from "esbuild";

/** What the packing thread runs: one script with all that it imports. */
export async function bundlePackingScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "cjs",
    platform: "node",
    conditions: ["@archive/source"],
    target: "node22",
    charset: "utf8",
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}
