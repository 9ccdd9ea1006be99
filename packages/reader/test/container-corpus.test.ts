import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { ArchiveError, isJsonObject } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { openContainer as openInBrowser } from "../src/browser/open-container.js";
import { normalisePath } from "../src/guards/path.js";
import { openContainer as openInNode } from "../src/node/open-container.js";
import { type Opening, type ReadResult, readAll, readWith } from "./container-helpers.js";

const CORPORA = new URL("../../../../shared/corpora/", import.meta.url).pathname;
const ARCHIVES = `${CORPORA}05-archives/`;
const FOSSILIZER = `${CORPORA}02-outboxes/lmorchard-fossilizer/mastodon-export`;

interface Expected {
  readonly path: string;
  readonly agreed: boolean;
  /** Of each name that a reference tool read: its digest. */
  readonly digests: ReadonlyMap<string, string>;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What CPython read, where the other tools found nothing to object to. */
function expectations(): readonly Expected[] {
  const manifest: unknown = JSON.parse(readFileSync(`${ARCHIVES}manifest.json`, "utf8"));
  return list(isJsonObject(manifest) ? manifest.entries : null).flatMap((row) => {
    if (!isJsonObject(row) || typeof row.path !== "string") return [];
    const python = isJsonObject(row.python) ? row.python : {};
    const digests = new Map<string, string>();
    for (const entry of list(python.entries)) {
      if (!isJsonObject(entry) || typeof entry.name !== "string" || typeof entry.sha256 !== "string")
        continue;
      const normal = normalisePath(entry.name);
      if ("path" in normal) digests.set(normal.path, entry.sha256);
    }
    const agreed =
      python.ok === true &&
      python.entry_failures === 0 &&
      row.bsdtar_extract_rc === 0 &&
      (row.kind === "tar" || row.infozip_test_rc === 0);
    return [{ path: row.path, agreed, digests }];
  });
}

describe.skipIf(!existsSync(ARCHIVES))("archives of many programs (corpus 05)", () => {
  it("are read as the reference tools read them, or refused, or reported; never with a crash or a hang", async () => {
    const silent: string[] = [];
    const crashed: string[] = [];
    let same = 0;
    for (const { path, agreed, digests } of expectations()) {
      const timeout = new Promise<Error>((resolve) =>
        setTimeout(resolve, 60_000, new Error("hangs")).unref(),
      );
      const outcome: ReadResult | Error = await Promise.race([
        // One of them unpacks to gigabytes of zeros.
        readAll(`${ARCHIVES}${path}`, { limits: { maxRatio: 20 } }).catch((error: unknown) =>
          error instanceof Error ? error : new Error("?"),
        ),
        timeout,
      ]);
      if (outcome instanceof Error) {
        if (outcome.name !== "ArchiveError") crashed.push(`${path}: ${outcome.message}`);
        else if (agreed && digests.size > 0) silent.push(`${path}: refused, ${outcome.message}`);
        continue;
      }
      if (!agreed) continue;
      // CPython takes names without the UTF-8 flag for code page 437 even where they are UTF-8: bytes are compared.
      const read = new Set(outcome.digests.values());
      for (const [name, digest] of digests) {
        if (read.has(digest)) same += 1;
        else if (outcome.codes.length === 0) silent.push(`${path}: ${name}`);
      }
    }
    expect(crashed).toEqual([]);
    expect(silent).toEqual([]);
    expect(same).toBeGreaterThan(500);
  }, 120_000);
});

describe.skipIf(!existsSync(ARCHIVES))(
  "archives of many programs, in Node and with what browsers have",
  () => {
    it("are the same, refusals and findings included", async () => {
      const differing: string[] = [];
      const outcomeOf = async (open: Opening, bytes: Uint8Array<ArrayBuffer>): Promise<unknown> =>
        readWith((run) => open(bytes, run), { limits: { maxRatio: 20 } }).catch((error: unknown) =>
          error instanceof ArchiveError ? error.code : String(error),
        );
      for (const { path } of expectations()) {
        const bytes = new Uint8Array(readFileSync(`${ARCHIVES}${path}`));
        const [inNode, inBrowser] = [
          await outcomeOf(openInNode, bytes),
          await outcomeOf(openInBrowser, bytes),
        ];
        if (!isDeepStrictEqual(inNode, inBrowser)) differing.push(path);
      }
      expect(differing).toEqual([]);
    }, 120_000);
  },
);

describe.skipIf(!existsSync(`${FOSSILIZER}.zip`))("exports of real accounts (fossilizer)", () => {
  it("are the same from tar and tar.gz, and give no finding from zip", async () => {
    const zip = await readAll(`${FOSSILIZER}.zip`);
    expect(zip.kind).toBe("zip");
    expect(zip.paths).toContain("outbox.json");
    expect(zip.codes).toEqual([]);
    const [tar, tarGz] = [await readAll(`${FOSSILIZER}.tar`), await readAll(`${FOSSILIZER}.tar.gz`)];
    expect(tar.paths).toContain("outbox.json");
    expect(tarGz.digests).toEqual(tar.digests);
    expect(tar.codes).toEqual([]);
    expect(tarGz.codes).toEqual([]);
  });
});
