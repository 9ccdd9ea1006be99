import {
  announce,
  create,
  document,
  mastodonArchive,
  mediaPath,
  mention,
  note,
  PUBLIC,
  packZip,
  person,
  question,
  sampleArchive,
  sampleSecrets,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Target } from "@archive/transform";
import {
  activitystreamsTarget,
  type FediverseOptions,
  fep6fcdTarget,
  gotosocialTarget,
  mastodonTarget,
  misskeyTarget,
  pleromaTarget,
  sharkeyTarget,
} from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesOf, selecting, split } from "./support/round-trip.js";

const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (sign) => sign.charCodeAt(0),
);
const BOB = person("bob", "other.example");
const PICTURE = mediaPath("1", "0123456789abcdef.png");
const own = (id: string): string => statusUri(TESS, id);
const at = (minute: number): { id: string; published: string } => ({
  id: String(1000 + minute),
  published: `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`,
});

/** One post of each kind that importers differ in. */
const ACTIVITIES: readonly object[] = [
  create(
    note({
      ...at(0),
      content: "Eins",
      attachment: [
        document(`/bucket/${PICTURE}`, { name: "Alt" }),
        { type: "Link", href: "https://a.example/" } as never,
      ],
    }),
  ),
  create(
    note({
      ...at(1),
      content: "Zwei",
      visibility: "unlisted",
      inReplyTo: own("1000"),
      contentWarning: "CW",
      sensitive: false,
    }),
  ),
  create(note({ ...at(2), content: "Drei BIRNE", visibility: "followers" })),
  create(note({ ...at(3), content: "Vier QUITTE", visibility: "direct", mentions: [BOB] })),
  create(question({ ...at(4), content: "Fünf?" })),
  create(
    note({ ...at(5), content: "@bob Sechs", mentions: [BOB], inReplyTo: "https://other.example/notes/1" }),
  ),
  create(note({ ...at(6), content: "Sieben", inReplyTo: own("1005") })),
  create(note({ ...at(7), content: "Acht", inReplyTo: own("1002") })),
  announce("https://other.example/notes/9", at(8)),
  announce(own("1002"), { ...at(9), visibility: "followers" }),
  create(note({ ...at(10), content: "Neun an @ada", lang: "de" })),
  {
    ...create(note({ ...at(11), content: "Undatiert" })),
    published: null,
    object: { ...note({ ...at(11) }), published: "?" },
  },
];

async function outputOf(target: Target<FediverseOptions>) {
  const files = mastodonArchive({
    activities: ACTIVITIES,
    likes: ["https://other.example/notes/9", own("1003")],
    bookmarks: ["https://other.example/notes/2"],
    media: { [PICTURE]: PNG, "avatar.png": PNG },
    actor: {
      "@context": "https://www.w3.org/ns/activitystreams",
      id: TESS.uri,
      type: "Person",
      preferredUsername: "tess",
      followers: TESS.followers,
      outbox: "outbox.json",
      name: "Tess",
      summary: "<p>Bio<script>alert(1)</script></p>",
      icon: { type: "Image", mediaType: "image/png", url: "avatar.png" },
      publicKey: { publicKeyPem: "KEYKEY" },
    },
  });
  await using archive = await openArchive(await packZip(files));
  const selection = await selecting(archive);
  const written = await filesOf(target, selection);
  const { refused } = await split(target, selection);
  const text = (path: string): string => new TextDecoder().decode(written.get(path));
  const json = (path: string) => JSON.parse(text(path));
  return { files: written, paths: [...written.keys()], refused: Object.fromEntries(refused), text, json };
}

const texts = (items: readonly { object: { content?: string } }[]): string[] =>
  items.flatMap(({ object }) => object.content ?? []);

describe("mastodon", () => {
  it("has the entries of an export, its envelope, and its keys", async () => {
    const { paths, json, refused } = await outputOf(mastodonTarget);
    expect(paths.filter((path) => !path.startsWith("media_attachments/"))).toEqual([
      "avatar.png",
      "outbox.json",
      "likes.json",
      "bookmarks.json",
      "actor.json",
    ]);
    const outbox = json("outbox.json");
    expect(outbox).toMatchObject({ id: "outbox.json", type: "OrderedCollection", totalItems: 11 });
    expect(outbox.orderedItems).toHaveLength(11);
    const [first] = outbox.orderedItems;
    expect(Object.keys(first)).toEqual(["id", "type", "actor", "published", "to", "cc", "object"]);
    expect(Object.keys(first.object).slice(0, 18)).toEqual([
      ...["id", "type", "summary", "inReplyTo", "published", "url", "attributedTo", "to", "cc", "sensitive"],
      ...[
        "atomUri",
        "inReplyToAtomUri",
        "conversation",
        "content",
        "contentMap",
        "attachment",
        "tag",
        "replies",
      ],
    ]);
    const [attachment] = first.object.attachment;
    expect(first.object.attachment).toHaveLength(1);
    expect(attachment).toMatchObject({ type: "Document", mediaType: "image/png", name: "Alt", width: 1 });
    expect(attachment.url).toMatch(/^media_attachments\/files\/(?:\d{3}\/){6}original\/[0-9a-f]{16}\.png$/);
    expect(paths).toContain(attachment.url);
    expect(json("actor.json")).toMatchObject({
      outbox: "outbox.json",
      likes: "likes.json",
      bookmarks: "bookmarks.json",
      icon: { type: "Image", mediaType: "image/png", url: "avatar.png" },
      summary: "<p>Bio</p>",
    });
    expect(JSON.stringify(json("actor.json"))).not.toContain("KEYKEY");
    expect(json("likes.json").orderedItems).toEqual(["https://other.example/notes/9", own("1003")]);
    expect(refused).toEqual({ "without a date, which importers and viewers cannot take": 1 });
  });

  it("has what viewers read unchecked: a date, a conversation, an address of each mention and attachment", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const written = await filesOf(
      mastodonTarget,
      await selecting(archive, { visibility: ["public", "unlisted"] }),
    );
    const { orderedItems } = JSON.parse(new TextDecoder().decode(written.get("outbox.json")));
    expect(orderedItems).toHaveLength(319);
    for (const { id, published, type, object } of orderedItems) {
      for (const each of [id, published]) expect(typeof each).toBe("string");
      if (type === "Announce") expect(typeof object).toBe("string");
      else {
        expect(typeof object.conversation).toBe("string");
        for (const { url } of object.attachment) expect(typeof url).toBe("string");
        for (const { href, type: kind } of object.tag)
          if (kind === "Mention") expect(typeof href).toBe("string");
      }
    }
  });

  it("holds no HTML that runs, for viewers show it unchecked", async () => {
    const hostile =
      "<p onclick=alert(1)>x<script>alert(1)</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>y</a></p>";
    const files = mastodonArchive({ activities: [create(note({ content: hostile }))] });
    await using archive = await openArchive(await packZip(files));
    const written = await filesOf(mastodonTarget, await selecting(archive, { collections: [] }));
    // Viewers open none without them.
    expect([...written.keys()]).toEqual(expect.arrayContaining(["likes.json", "bookmarks.json"]));
    const outbox = new TextDecoder().decode(written.get("outbox.json"));
    expect(outbox).not.toMatch(/script|onerror|onclick|javascript:/);
  });
});

describe("sharkey", () => {
  it("meets what its importer expects of every file", async () => {
    const { paths, json, refused } = await outputOf(sharkeyTarget);
    expect(paths).toEqual(expect.arrayContaining(["outbox.json", "actor.json"]));
    expect(Array.isArray(json("actor.json")["@context"])).toBe(true);
    expect(JSON.stringify(json("actor.json")["@context"])).not.toContain("litepub");
    const items = json("outbox.json").orderedItems;
    for (const { type, to, cc, object } of items) {
      expect([type, object.type]).toEqual(["Create", "Note"]);
      expect(Array.isArray(to) && Array.isArray(cc)).toBe(true);
      expect(to.some((id: string) => id === PUBLIC || id === TESS.followers)).toBe(true);
      expect(Array.isArray(object.tag)).toBe(true);
      for (const { url } of object.attachment) expect(paths).toContain(url);
      if (object.summary !== null) expect(object.sensitive).toBe(true);
      expect(object.inReplyTo === null || typeof object.inReplyTo === "string").toBe(true);
    }
    const names = paths.map((path) => path.split("/").at(-1));
    expect(new Set(names).size).toBe(names.length);
    // As the importer reads visibility.
    expect(
      items.map(({ to, cc }: { to: string[]; cc: string[] }) =>
        to.includes(TESS.followers) ? (cc.includes(PUBLIC) ? "home" : "followers") : "public",
      ),
    ).toEqual(["public", "home", "followers", "public", "public", "public", "public", "public"]);
    expect(texts(items)[3]).toBe("<p>Fünf?</p><ul><li>Yes: 3</li><li>No: 1</li></ul>");
    expect(refused).toEqual({
      "boosts, which Sharkey does not import": 2,
      "direct posts, which Sharkey does not import": 1,
      "without a date, which importers and viewers cannot take": 1,
    });
  });
});

describe("gotosocial", () => {
  it("holds what slurp takes, and no more", async () => {
    const { text, json, refused } = await outputOf(gotosocialTarget);
    const items = json("outbox.json").orderedItems;
    expect(texts(items)).toEqual([
      "<p>Eins</p>",
      "<p>Zwei</p>",
      "<p>Fünf?</p><ul><li>Yes: 3</li><li>No: 1</li></ul>",
    ]);
    for (const { type, object } of items) {
      expect([type, object.type, object.tag]).toEqual(["Create", "Note", []]);
      for (const id of [...object.to, ...object.cc]) expect([PUBLIC, TESS.followers]).toContain(id);
      if (object.contentMap !== undefined) expect(Object.values(object.contentMap)).toEqual([object.content]);
    }
    expect(items[1].object.inReplyTo).toBe(own("1000"));
    expect(text("outbox.json")).not.toMatch(/BIRNE|QUITTE|1002|1003|1005/);
    expect(refused).toEqual({
      "boosts, which slurp does not import": 2,
      "followers-only and direct posts, which slurp does not import": 2,
      "replies to others, which slurp does not import": 1,
      "replies below a post that is left out": 2,
      "that mention somebody, which slurp does not import": 1,
      "without a date, which importers and viewers cannot take": 1,
    });
  });

  it("walks a long thread once", async () => {
    const thread = Array.from({ length: 3000 }, (_, n) =>
      create(note({ id: String(n + 1), inReplyTo: n === 0 ? null : own(String(n)), content: "x" })),
    );
    await using archive = await openArchive(await packZip(mastodonArchive({ activities: thread })));
    const { taken } = await split(gotosocialTarget, await selecting(archive));
    expect(taken).toHaveLength(3000);
  });
});

describe("pleroma", () => {
  it("has the shape of a backup, and nothing its importer would make public", async () => {
    const { paths, text, json, refused } = await outputOf(pleromaTarget);
    expect(paths).toEqual(
      ["outbox.json", "likes.json", "bookmarks.json", "actor.json"].filter((path) => paths.includes(path)),
    );
    expect(text("outbox.json")).toMatch(/^\{\n {2}"@context": .*\n {2}"id": "outbox.json"/);
    expect(text("outbox.json")).toMatch(/\n\],\n {2}"totalItems": \d+\}$/);
    const { orderedItems, totalItems } = json("outbox.json");
    expect(orderedItems).toHaveLength(totalItems);
    expect(json("actor.json")["@context"]).toEqual([
      "https://www.w3.org/ns/activitystreams",
      "https://social.example/schemas/litepub-0.1.jsonld",
      { "@language": "und" },
    ]);
    for (const { to, directMessage, type } of orderedItems) {
      if (type === "Create") expect(to.includes(PUBLIC) || directMessage === true).toBe(true);
    }
    expect(text("outbox.json")).not.toMatch(/BIRNE|1002|Zwei/);
    expect(refused).toMatchObject({
      "unlisted and followers-only posts: Sharkey, which imports such backups, makes them public": 2,
      "boosts of posts that are left out": 1,
    });
  });
});

describe("misskey", () => {
  it("is one array of notes in the order of time", async () => {
    const { paths, json, refused } = await outputOf(misskeyTarget);
    expect(paths).toEqual([expect.stringMatching(/^notes-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d\.json$/)]);
    const notes = json(paths[0] ?? "");
    expect(notes.map(({ text }: { text: string | null }) => text)).toEqual([
      ...[
        "Eins",
        "Zwei",
        "Drei BIRNE",
        "Vier QUITTE",
        "Fünf?",
        "<plain>@bob</plain> Sechs",
        "Sieben",
        "Acht",
        null,
      ],
      "Neun an <plain>@ada</plain>",
    ]);
    expect(notes.map(({ visibility }: { visibility: string }) => visibility)).toEqual([
      ...[
        "public",
        "home",
        "followers",
        "specified",
        "public",
        "public",
        "public",
        "public",
        "followers",
        "public",
      ],
    ]);
    expect(notes[1]).toMatchObject({ replyId: notes[0].id, cw: "CW", createdAt: "2024-05-01T10:01:00.000Z" });
    expect(notes[4].poll).toMatchObject({ choices: ["Yes", "No"], votes: [3, 1], multiple: false });
    expect(notes[8]).toMatchObject({ renoteId: notes[2].id, text: null });
    expect(refused).toMatchObject({ "boosts of others, whose notes the file could not name": 1 });
  });

  it("keeps the numbers of notes that come from such a server", async () => {
    const notes = [
      {
        id: "9abc1",
        text: "Eins",
        createdAt: "2024-01-01T00:00:00.000Z",
        visibility: "public",
        renoteId: null,
        replyId: null,
        fileIds: [],
        localOnly: true,
        visibleUserIds: [],
      },
      {
        id: "9abc2",
        text: "**Zwei**",
        createdAt: "2024-01-02T00:00:00.000Z",
        visibility: "home",
        renoteId: null,
        replyId: "9abc1",
        fileIds: [],
        localOnly: false,
        visibleUserIds: [],
      },
    ];
    const name = "notes-2024-01-03-00-00-00.json";
    const bytes = new TextEncoder().encode(JSON.stringify(notes));
    await using archive = await openArchive(await packZip(new Map([[name, bytes]])));
    const written = await filesOf(misskeyTarget, await selecting(archive));
    const [text] = [...written.values()].map((each) => JSON.parse(new TextDecoder().decode(each)));
    expect(text).toMatchObject([
      { id: "9abc1", text: "Eins", localOnly: true },
      { id: "9abc2", text: "<b>Zwei</b>", replyId: "9abc1", visibility: "home", localOnly: false },
    ]);
  });
});

describe("fep-6fcd", () => {
  it("has both manifests, which list every file", async () => {
    const { paths, text, json } = await outputOf(fep6fcdTarget);
    expect(text("manifest.yml")).toBe(text("manifest.yaml"));
    const manifest = parse(text("manifest.yml"));
    expect(manifest["ubc-version"]).toBe(0.1);
    const listed: string[] = [];
    const walk = (folder: Record<string, { contents?: never }>, path: string): void => {
      for (const [name, { contents }] of Object.entries(folder)) {
        if (contents === undefined) listed.push(path + name);
        else walk(contents, `${path}${name}/`);
      }
    };
    walk(manifest.contents, "");
    expect(listed.toSorted()).toEqual(paths.toSorted());
    expect(paths).toEqual(
      expect.arrayContaining([
        "activitypub/actor.json",
        "activitypub/outbox.json",
        "activitypub/bookmarks.csv",
      ]),
    );
    expect(text("activitypub/bookmarks.csv")).toBe("https://other.example/notes/2\n");
    const { url } = json("activitypub/outbox.json").orderedItems.find(
      ({ object }: { object: { id?: string } }) => object.id === own("1000"),
    ).object.attachment[0];
    expect(url).toMatch(/^\.\.\/media\/[0-9a-z]{16}\.png$/);
    expect(paths).toContain(url.slice(3));
    expect(text("activitypub/actor.json")).not.toContain("KEYKEY");
  });
});

describe("activitystreams", () => {
  it("begins with the newest post, and keeps what no vocabulary knows", async () => {
    const odd = { ...note({ id: "1", mentions: [BOB] }), oddity: { kept: [1] }, tag: [mention(BOB)] };
    const files = mastodonArchive({
      activities: [create(odd), create(note({ id: "2", published: "2025-01-01T00:00:00Z" }))],
    });
    await using archive = await openArchive(await packZip(files));
    const written = await filesOf(activitystreamsTarget, await selecting(archive));
    const { orderedItems, totalItems } = JSON.parse(new TextDecoder().decode(written.get("outbox.json")));
    expect(totalItems).toBe(2);
    expect(orderedItems.map(({ id }: { id: string }) => id)).toEqual([
      `${own("2")}/activity`,
      `${own("1")}/activity`,
    ]);
    expect(orderedItems[1].object).toMatchObject({ oddity: { kept: [1] } });
  });

  it("narrows the addressing of what was not trusted", async () => {
    const both = create(note({ id: "1", visibility: "public" }));
    const files = mastodonArchive({ activities: [{ ...both, to: [BOB.uri], cc: [] }] });
    await using archive = await openArchive(await packZip(files));
    const written = await filesOf(activitystreamsTarget, await selecting(archive));
    const { orderedItems } = JSON.parse(new TextDecoder().decode(written.get("outbox.json")));
    await using again = await openArchive(await packZip(new Map(written)));
    const { counts } = await selecting(again);
    expect(orderedItems).toHaveLength(1);
    expect(counts.byVisibility).toMatchObject({ direct: 1, public: 0 });
  });
});

describe.each([
  activitystreamsTarget,
  fep6fcdTarget,
  gotosocialTarget,
  mastodonTarget,
  misskeyTarget,
  pleromaTarget,
  sharkeyTarget,
])("$name", (target) => {
  it("by default holds nothing of the sample's private posts, and gives the same bytes twice", async () => {
    await using archive = await openArchive(await packZip(sampleArchive()));
    const selection = await selecting(archive, { visibility: ["public", "unlisted"] });
    const files = await filesOf(target, selection);
    const { texts: words, ids } = sampleSecrets();
    for (const [path, bytes] of files) {
      const text = new TextDecoder("latin1").decode(bytes);
      const utf8 = new TextDecoder().decode(bytes);
      for (const needle of [...words, ...ids]) {
        expect(text.includes(needle) || utf8.includes(needle), `${needle} in ${path}`).toBe(false);
      }
    }
    expect([...(await filesOf(target, selection))]).toEqual([...files]);
  });

  it("takes a selection without documents, without an actor, and without any post", async () => {
    for (const parts of [{}, { actor: {}, activities: [create()] }]) {
      await using archive = await openArchive(await packZip(mastodonArchive(parts)));
      const files = await filesOf(target, await selecting(archive, { documents: false, collections: [] }));
      for (const [path, bytes] of files) {
        if (path.endsWith(".json")) expect(() => JSON.parse(new TextDecoder().decode(bytes))).not.toThrow();
      }
    }
  });
});
