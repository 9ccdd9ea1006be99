import { existsSync, readFileSync } from "node:fs";
import { exportFixtures, type FileMap, packZip, sampleArchive } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Diagnostic } from "@archive/schema";
import { profileNamed } from "@archive/schema/validate";
import { validate } from "@archive/transform";
import { describe, expect, it } from "vitest";

const fixtures = exportFixtures();
const TARS = new URL(
  "../../../../shared/corpora/04-exports/fep6fcd-wallet-export-ts/test/fixtures/tarball-samples/",
  import.meta.url,
);

interface Checked {
  readonly profile: string;
  readonly found: readonly Diagnostic[];
}

async function checked(source: Parameters<typeof openArchive>[0]): Promise<Checked> {
  const found: Diagnostic[] = [];
  const onDiagnostic = (each: Diagnostic): void => void found.push(each);
  await using archive = await openArchive(source, { onDiagnostic });
  const { profile } = await validate(archive, { onDiagnostic });
  return { profile, found };
}

const errors = ({ found }: Checked): readonly string[] =>
  found.filter(({ severity }) => severity === "error").map(({ code, pointer }) => `${code} ${pointer}`);

/** The same files, with every `"key":` of one of them renamed, wherever it stands. */
function without(files: FileMap, path: string, key: string): FileMap {
  const text = new TextDecoder().decode(files.get(path));
  const renamed = text.replaceAll(`"${key}":`, `"no-${key}":`);
  expect(renamed).not.toBe(text);
  return new Map([...files, [path, new TextEncoder().encode(renamed)]]);
}

describe("the sample archive", () => {
  it("is valid in the profile of its exporter, but for the file it lacks on purpose", async () => {
    const { profile, found } = await checked(await packZip(sampleArchive()));
    expect(profile).toBe("mastodon-archive");
    expect(found.filter(({ severity }) => severity !== "info").map(({ code }) => code)).toEqual([
      "media/missing",
    ]);
  });
});

describe("an export of", () => {
  it.each([
    ["pleroma", "pleroma-archive"],
    ["akkoma", "akkoma-archive"],
    ["pixelfed-old", "pixelfed-archive"],
    ["pixelfed-new", "pixelfed-archive"],
    ["peertube", "peertube-archive"],
    ["fep-6fcd", "fep-6fcd"],
    ["hollo", "fep-6fcd"],
  ])("%s is valid in its own profile, %s", async (name, profile) => {
    const result = await checked(await packZip(fixtures[name]?.files ?? new Map()));
    expect(result.profile).toBe(profile);
    expect(errors(result)).toEqual([]);
  });

  it.each([
    ["pleroma", "outbox.json", "context", "/orderedItems/0/object/context"],
    ["pleroma", "outbox.json", "attributedTo", "/orderedItems/0/object/attributedTo"],
    ["akkoma", "outbox.json", "content", "/orderedItems/1/object/content"],
    ["pixelfed-old", "outbox.json", "attachment", "/0/attachment"],
    ["pixelfed-old", "outbox.json", "sensitive", "/1/sensitive"],
    ["peertube", "activity-pub/outbox.json", "uuid", "/orderedItems/0/object/uuid"],
    ["peertube", "activity-pub/outbox.json", "inReplyTo", "/orderedItems/6/object/inReplyTo"],
    ["peertube", "activity-pub/actor.json", "inbox", "/inbox"],
    ["fep-6fcd", "activitypub/outbox.json", "attributedTo", "/orderedItems/0/object/attributedTo"],
  ])("%s whose %s lacks %s is not", async (name, path, key, pointer) => {
    const files = without(fixtures[name]?.files ?? new Map(), path, key);
    expect(errors(await checked(await packZip(files)))).toContain(`profile/missing-property ${pointer}`);
  });

  it("Akkoma is held against what Pleroma writes", () => {
    expect(profileNamed("akkoma-archive").extends).toBe("pleroma-archive");
  });

  it.skipIf(!existsSync(TARS))("Hollo, a real one, is valid in its own profile", async () => {
    const result = await checked(new Uint8Array(readFileSync(new URL("valid-export.tar", TARS))));
    expect(result.profile).toBe("fep-6fcd");
    expect(errors(result)).toEqual([]);
  });
});
