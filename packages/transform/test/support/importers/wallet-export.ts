import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { parse } from "yaml";

const REQUIRED = ["manifest.yaml", "activitypub/actor.json", "activitypub/outbox.json"];

/**
 * What `@interop/wallet-export-ts` finds wrong with a container, as its code has it: `src/verify.ts` 12 to 104 in
 * `interop-alliance/wallet-export-ts` at 163c9c41. Folders play no part, and media are JSON if they are called so.
 */
export async function walletErrors(tar: Uint8Array): Promise<readonly string[]> {
  const errors: string[] = [];
  const found = new Set<string>();
  for await (const entry of Readable.from([tar]).pipe(extract())) {
    const base = entry.header.name.split("/").at(-1) ?? "";
    const chunks: Buffer[] = [];
    for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    // 35 to 40
    if (base.startsWith(".")) continue;
    // 30 to 33
    const name = base === "manifest.yaml" ? base : `activitypub/${base}`;
    found.add(name);
    const text = Buffer.concat(chunks).toString("utf8");
    try {
      // 51 to 53
      if (name.endsWith(".json")) JSON.parse(text);
      // 56 to 66
      if (name === "manifest.yaml") {
        const manifest = parse(text);
        if (!manifest["ubc-version"]) errors.push("no ubc-version");
        if (!manifest.contents?.activitypub) errors.push("no contents.activitypub");
      }
    } catch (error) {
      errors.push(`${name}: ${String(error)}`);
    }
  }
  // 79 to 83
  return [...errors, ...REQUIRED.filter((each) => !found.has(each)).map((each) => `${each} is missing`)];
}
