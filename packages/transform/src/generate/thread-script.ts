import { build } from "esbuild";

/** What a second thread runs, and the packages of others in it: their notices are owed to whoever gets it. */
export interface ThreadScript {
  readonly script: string;
  readonly packages: readonly string[];
}

/** Makes one script of a module and all that it imports. */
export async function bundleThreadScript(entry: string): Promise<ThreadScript> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "cjs",
    platform: "node",
    conditions: ["@archive/source"],
    target: "node22",
    charset: "utf8",
    legalComments: "none",
  });
  const packages = new Set<string>();
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  for (const [path, { bytesInOutput }] of parts) {
    // Of what is imported nothing may be left.
    if (bytesInOutput === 0) continue;
    const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (name !== undefined) packages.add(name);
  }
  return { script: outputFiles[0]?.text ?? "", packages: [...packages].sort() };
}
