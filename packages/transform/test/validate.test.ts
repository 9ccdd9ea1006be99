import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  announce,
  create,
  document,
  mastodonArchive,
  note,
  packZip,
  question,
  sampleArchive,
  sampleSecrets,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { createReporter, type Diagnostic, type JsonObject } from "@archive/schema";
import { loadProfile } from "@archive/schema/validate";
import { type ArchiveSource, type ValidateOptions, validate, validateDocuments } from "@archive/transform";
import { describe, expect, it } from "vitest";
import { memorySource } from "./support/memory-source.js";

const uri = (id: string): string => statusUri(TESS, id);
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

async function check(source: ArchiveSource, options: ValidateOptions = {}): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  await validate(source, { ...options, onDiagnostic: (each) => found.push(each) });
  return found;
}

async function checkDocuments(
  files: Readonly<Record<string, unknown>>,
  options: ValidateOptions = {},
): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  const given = Object.entries(files).map(([path, value]) => ({ path, bytes: bytes(value) }));
  await validateDocuments(given, { ...options, onDiagnostic: (each) => found.push(each) });
  return found;
}

const brief = ({ code, pointer }: Diagnostic): string => `${code} ${pointer ?? ""}`;

describe("a whole archive", () => {
  it("is told of threads with a hole, whichever order its posts stand in", async () => {
    const posts = [
      note({ id: "1", published: "2024-05-01T10:00:00Z" }),
      note({ id: "2", inReplyTo: uri("1"), published: "2024-05-01T11:00:00Z" }),
      note({ id: "3", inReplyTo: uri("99"), published: "2024-05-01T12:00:00Z" }),
      note({ id: "4", inReplyTo: `${TESS.url}/1`, published: "2024-05-01T13:00:00Z" }),
    ].map((each) => json(create(each)));
    for (const [activities, at] of [[posts, 2] as const, [posts.toReversed(), 1] as const]) {
      const found = await check(memorySource({ activities }));
      expect(found.map(brief)).toEqual([`reference/own-missing /orderedItems/${at}`]);
      expect(found[0]?.offset).toBe(at * 100);
    }
  });

  it("hands out each document before what is found in it", async () => {
    const activities = ["1", "2"].map((id) => json({ ...create(note({ id })), published: "never" }));
    const heard: string[] = [];
    await validate(memorySource({ activities }), {
      onDocument: ({ pointer }, kind) => heard.push(`${kind} ${pointer}`),
      onDiagnostic: ({ code, pointer }) => heard.push(`${code} ${pointer}`),
    });
    expect(heard[0]).toMatch(/^actor /);
    expect(heard.filter((each) => /^item|\/published$/.test(each))).toEqual([
      "item /orderedItems/0",
      "as2/invalid-date /orderedItems/0/published",
      "item /orderedItems/1",
      "as2/invalid-date /orderedItems/1/published",
    ]);
  });

  it("places as many findings of a code in their lists as are asked for", async () => {
    const post = (id: string): JsonObject => {
      const attachment = ["a", "b"].map((name) => document(`/media_attachments/files/${id}${name}.png`));
      return json(create({ ...note({ id }), attachment }));
    };
    const files = mastodonArchive({ activities: ["1", "2", "3"].map(post) });
    const outbox = new TextDecoder().decode(files.get("outbox.json"));
    await using archive = await openArchive(await packZip(files));
    const begins = async (options: ValidateOptions): Promise<string[]> =>
      (await check(archive, options))
        .filter(({ code }) => code === "media/missing")
        .map(({ offset = 0 }) => /"type":\s*"(\w+)"/.exec(outbox.slice(offset))?.[1] ?? "");
    expect(await begins({})).toEqual(Array(6).fill("Document"));
    // The rest is placed by its item.
    expect(await begins({ exactOffsets: 3 })).toEqual([...Array(4).fill("Document"), "Create", "Create"]);
    expect(await begins({ exactOffsets: 0 })).toEqual(Array(6).fill("Create"));
  });

  it("is told of other servers once each, with counts; those of private posts stay unnamed", async () => {
    const activities = [
      announce("https://b.example/1", { id: "1" }),
      create(note({ id: "2", inReplyTo: "https://b.example/2" })),
      create(note({ id: "3", inReplyTo: "https://c.example/3" })),
      create(note({ id: "4", inReplyTo: "https://secret.example/4", visibility: "direct" })),
    ].map(json);
    const messages = async (options: ValidateOptions): Promise<string[]> =>
      (await check(memorySource({ activities }), options))
        .filter(({ code }) => code === "reference/remote")
        .map(({ message }) => message);
    expect(await messages({})).toEqual([
      "2 replies, boosts and quotes refer to posts on b.example.",
      "1 reply, boost or quote refers to posts on c.example.",
      "1 reply, boost or quote refers to posts elsewhere.",
    ]);
    expect(await messages({ showContent: true })).toContain(
      "1 reply, boost or quote refers to posts on secret.example.",
    );
  });

  it("is told how many posts are private", async () => {
    const visibilities = ["public", "followers", "direct", "direct"] as const;
    const activities = visibilities.map((visibility, at) => json(create(note({ id: `${at}`, visibility }))));
    const found = await check(memorySource({ activities }));
    expect(found.find(({ code }) => code === "archive/holds-private-posts")?.message).toBe(
      "The archive holds posts that are not public: 1 for followers only, 2 direct.",
    );
  });

  it("may stand oldest or newest first; what stands otherwise is counted", async () => {
    const days = ["01", "02", "04", "03", "05", "06"].map((day, at) =>
      json(create(note({ id: `${at}`, published: `2024-05-${day}T00:00:00Z` }))),
    );
    for (const [activities, pointer, order] of [
      [days, "/orderedItems/3", "oldest"],
      [days.toReversed(), "/orderedItems/3", "newest"],
    ] as const) {
      const found = await check(memorySource({ activities }));
      expect(found.map(brief)).toEqual([`outbox/out-of-order ${pointer}`]);
      expect(found[0]?.message).toContain(`1 item stands out of the order of dates (${order} first)`);
    }
  });

  it("is told of files that are not what posts say, when their bytes are read", async () => {
    const png = Uint8Array.from([
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      0,
      0,
      0,
      13,
      0x49,
      0x48,
      0x44,
      0x52,
      ...Array(20).fill(0),
    ]);
    const shown = ["image/png", "image/jpeg", "video/mp4", "application/x-unheard"];
    const attachment = shown.map((mediaType, at) => document(`/${at}.bin`, { mediaType }));
    const media = { "0.bin": png, "1.bin": png, "2.bin": bytes("<html>404</html>"), "3.bin": png };
    const source = memorySource({ activities: [json(create(note({ attachment })))], media });
    expect((await check(source)).map(brief)).toEqual([]);
    const found = await check(source, { media: true });
    expect(found.map(({ code, file, expected, actual }) => [code, file, expected, actual])).toEqual([
      ["media/wrong-bytes", "1.bin", "image/jpeg", "image/png"],
      ["media/wrong-bytes", "2.bin", "video/mp4", "no kind of file that is known"],
    ]);
  });

  it("is checked in the sample without an error, in a container", async () => {
    const { report, counts, codes } = createReporter();
    await using archive = await openArchive(await packZip(sampleArchive()), { onDiagnostic: report });
    const summary = await validate(archive, { onDiagnostic: report, media: true });
    expect(summary.profile).toBe("mastodon-archive");
    expect(
      codes()
        .filter(({ severity }) => severity !== "info")
        .map(({ code }) => code),
    ).toEqual(["media/missing"]);
    expect(counts.error).toBe(0);
  });

  it("takes a profile by name or of one's own, whose severities hold for all findings", async () => {
    const activities = [json(create(note({ id: "1", visibility: "direct" })))];
    const quiet = loadProfile({
      name: "ours",
      extends: "wild",
      rules: { "archive/holds-private-posts": "off" },
    });
    expect(await check(memorySource({ activities }), { profile: quiet })).toEqual([]);
    const loud = loadProfile({
      name: "ours",
      extends: "wild",
      rules: { "archive/holds-private-posts": "error" },
    });
    const [found] = await check(memorySource({ activities }), { profile: loud });
    expect(found?.severity).toBe("error");
    await expect(validate(memorySource({}), { profile: "no such" })).rejects.toMatchObject({
      code: "profile/unknown",
    });
  });

  it("of a dialect without a profile of its own is held against `wild`", async () => {
    const source = memorySource({ dialect: "activitystreams" });
    expect((await validate(source)).profile).toBe("wild");
  });

  it("stops when told to", async () => {
    const activities = Array.from({ length: 5 }, (_, at) => json(create(note({ id: `${at}` }))));
    await using archive = await openArchive(await packZip(mastodonArchive({ activities })));
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(validate(archive, { signal })).rejects.toThrow("enough");
  });
});

describe("what is private", () => {
  it("never stands in a finding: not the sample's, however it is damaged", async () => {
    const files = new Map(sampleArchive());
    const text = new TextDecoder().decode(files.get("outbox.json"));
    // Every text and name becomes markup in a name, a wrong date, a wrong type: all are found, none is quoted.
    const outbox: { orderedItems: { object: Record<string, unknown> | string }[] } = JSON.parse(text);
    for (const { object } of outbox.orderedItems) {
      if (typeof object === "string") continue;
      object.published = object.content;
      object.updated = object.content;
      object.name = `<b>${String(object.content)}</b>`;
      object.url = object.content;
      object.inReplyTo = object.content;
      object.attachment = [
        { type: "Document", mediaType: object.content, url: object.content, blurhash: object.content },
      ];
      object.tag = [{ type: "Mention", href: object.content }];
    }
    files.set("outbox.json", bytes(outbox));
    const found: Diagnostic[] = [];
    await using archive = await openArchive(await packZip(files), {
      onDiagnostic: (each) => found.push(each),
    });
    await validate(archive, { onDiagnostic: (each) => found.push(each) });
    expect(found.length).toBeGreaterThan(1000);
    const log = JSON.stringify(found);
    const { texts } = sampleSecrets();
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => log.includes(text))).toEqual([]);
  });

  it("is quoted for its owner's own eyes", async () => {
    const damaged = { ...json(note({ visibility: "direct" })), updated: "word-of-a-friend" };
    const activities = [json({ ...create(note({ visibility: "direct" })), object: damaged })];
    const actual = async (options: ValidateOptions): Promise<string | undefined> =>
      (await check(memorySource({ activities }), options)).find(
        ({ pointer }) => pointer?.endsWith("/updated") === true,
      )?.actual;
    expect(await actual({ showContent: true })).toContain("word-of-a-friend");
    expect(await actual({})).not.toContain("word-of-a-friend");
  });
});

describe("documents", () => {
  it("are checked each alone, with the path as given and the byte of the innermost array item", async () => {
    const broken = '{"type":"Note","tag":[{"type":"Hashtag","name":"#a"}, {"type":"Mention","name":"@b"}]}';
    const found = await checkDocuments({
      "good.json": note(),
      "./broken.json": broken,
      "text.json": "Dear diary",
      "list.json": "[1]",
      "poll.json": { ...question(), anyOf: [{ name: "x" }] },
    });
    expect(found.map(({ file, code, pointer, offset }) => [file, code, pointer, offset])).toEqual([
      ["./broken.json", "link/without-href", "/tag/1", broken.indexOf(' {"type":"Mention"') + 1],
      ["text.json", "json/invalid", "", undefined],
      ["list.json", "as2/not-an-object", "", undefined],
      ["poll.json", "poll/both-choices", "/anyOf", undefined],
    ]);
  });

  it("are counted, and held against the profile asked for", async () => {
    const files = [
      { path: "a.json", bytes: bytes(note()) },
      { path: "b.json", bytes: bytes("{}") },
    ];
    const summary = await validateDocuments(files, { profile: "as2" });
    expect(summary).toEqual({ profile: "as2", checked: { documents: 2, items: 2 } });
    expect((await validateDocuments([])).checked.documents).toBe(0);
  });

  it("are not quoted when they are not public", async () => {
    const direct = {
      ...json(note({ visibility: "direct" })),
      name: "<b>zwielicht</b>",
      updated: "zwielicht",
    };
    const found = await checkDocuments({ "dm.json": direct });
    expect(found.length).toBeGreaterThan(1);
    expect(JSON.stringify(found)).not.toContain("zwielicht");
    expect(JSON.stringify(await checkDocuments({ "dm.json": direct }, { showContent: true }))).toContain(
      "zwielicht",
    );
  });
});

const CORPUS = new URL("../../../../shared/corpora/02-outboxes/", import.meta.url).pathname;
const REAL = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
      .filter((path) => /outbox[^/]*\.json$|\.(?:zip|tar|gz)$/.test(path))
      .toSorted()
  : [];

describe.skipIf(!existsSync(CORPUS))("real exports", () => {
  it.each(REAL)("%s is valid in the profile of its era", async (name) => {
    const path = CORPUS + name;
    const { report, codes, counts } = createReporter({ samplesPerCode: 3 });
    const source = path.endsWith(".json") ? readFileSync(path) : path;
    await using archive = await openArchive(source, { onDiagnostic: report });
    await validate(archive, { onDiagnostic: report, media: true });
    expect(codes().filter(({ severity }) => severity === "error")).toEqual([]);
    expect(counts.error).toBe(0);
  });
});
