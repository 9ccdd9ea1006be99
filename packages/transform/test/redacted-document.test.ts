import { announce, create, note, statusUri, TESS } from "@archive/fixtures";
import type { JsonObject } from "@archive/schema";
import { memoryLibrary, type SelectOptions, select } from "@archive/transform";
import { describe, expect, it } from "vitest";
import { collect, memorySource } from "./support/memory-source.js";

const uri = (id: string): string => statusUri(TESS, id);
const PAGE = `${TESS.url}/7700123`;
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

const hidden = create(
  note({
    id: "7700123",
    visibility: "followers",
    content: "hush",
    conversation: "tag:social.example,2024-05-01:objectId=5:objectType=Conversation",
  }),
);

async function documentsOf(
  object: JsonObject,
  options: Partial<SelectOptions> = {},
  around: JsonObject = {},
) {
  const post = json(create(note({ id: "1" })));
  const activity = { ...post, ...around, object: { ...json(note({ id: "1" })), ...object } };
  const source = memorySource({
    actor: {
      id: TESS.uri,
      type: "Person",
      preferredUsername: "tess",
      followers: `${TESS.uri}/followers`,
      publicKey: { id: `${TESS.uri}#main-key`, publicKeyPem: "-----BEGIN" },
      summary: `<p>see <a href="${PAGE}">${PAGE}</a></p>`,
      featured: { type: "OrderedCollection", totalItems: 2, orderedItems: [uri("7700123"), uri("1")] },
      fancy: { kept: true },
    },
    activities: [activity, json(hidden)],
    likes: [uri("7700123"), "https://other.example/1"],
  });
  const { selection } = await select(source, {
    library: memoryLibrary(),
    documents: true,
    collections: ["likes"],
    ...options,
  });
  const [published] = await collect(selection.posts("oldest"));
  return { selection, document: selection.as2(published?.key ?? ""), activity };
}

describe("the document of a selected post", () => {
  it("is the activity as it came, unknown fields included, where nothing is withheld", async () => {
    const { document, activity } = await documentsOf({
      x: { y: [1, null, { z: "https://a.example" }] },
      content: "<p title=x>a</p>",
    });
    expect(document).toEqual(activity);
  });

  it.each<[string, JsonObject]>([
    ["a reply", { inReplyTo: uri("7700123"), inReplyToAtomUri: uri("7700123") }],
    ["an inlined parent", { inReplyTo: { id: uri("7700123"), type: "Note", content: "hush" } }],
    [
      "quotes",
      { quote: uri("7700123"), quoteUri: PAGE, quoteUrl: `${PAGE}?x`, _misskey_quote: `${PAGE}/embed` },
    ],
    ["a quote's authorisation", { quoteAuthorization: `${uri("7700123")}/quotes` }],
    [
      "replies",
      {
        replies: {
          type: "Collection",
          totalItems: 9,
          first: { items: [uri("7700123"), uri("2")], totalItems: 9 },
        },
      },
    ],
    ["inlined replies", { replies: { first: { items: [{ id: uri("7700123"), content: "hush" }] } } }],
    [
      "likes and shares",
      {
        likes: { items: [{ type: "Like", object: uri("7700123") }] },
        shares: { items: [`${uri("7700123")}/activity`] },
      },
    ],
    [
      "a conversation it began",
      { conversation: "tag:social.example,2024-05-01:objectId=5:objectType=Conversation" },
    ],
    ["a context named after it", { context: `https://${TESS.host}/contexts/109-7700123` }],
    ["a link", { content: `<p>a <a href="${PAGE}">that</a></p>` }],
    [
      "an address in every text",
      {
        content: PAGE,
        contentMap: { en: `<p>x ${PAGE}</p>` },
        summary: `cw ${PAGE}`,
        source: { content: PAGE },
      },
    ],
    ["an address in pieces", { content: `<p>https://${TESS.host}/@te<b>ss/77</b>00123</p>` }],
    ["an address in an attribute", { content: `<p title="${PAGE}">a</p>` }],
    [
      "an address in character references",
      { content: `<p data-x="${PAGE.replaceAll("/", "&#x2F;")}">a</p>` },
    ],
    [
      "a tag",
      {
        tag: [
          { type: "Link", href: uri("7700123"), name: `RE: ${PAGE}` },
          { type: "Mention", href: `${PAGE}#x`, name: "@x" },
        ],
      },
    ],
    [
      "an attachment",
      {
        attachment: [
          { type: "Document", url: PAGE, name: "x" },
          { type: "Document", url: "/a.png", name: `see ${PAGE}` },
        ],
      },
    ],
    ["unknown fields", { custom: { deep: [{ about: PAGE }], [PAGE]: 1 } }],
    ["blind addressees", { bto: [uri("7700123")], bcc: ["https://other.example/users/secret7700123"] }],
    [
      "an embedded post for followers",
      {
        x: {
          type: "Note",
          id: "https://social.example/new",
          to: [`${TESS.uri}/followers`],
          content: "hush 7700123",
        },
      },
    ],
    [
      "an edit history that was not asked for",
      { formerRepresentations: { orderedItems: [{ type: "Note", content: "hush 7700123" }] } },
    ],
  ])("holds no trace of a withheld one: %s", async (_, object) => {
    const { document } = await documentsOf(
      object,
      {},
      { bto: ["https://other.example/7700123"], signature: { signatureValue: "7700123" } },
    );
    expect(JSON.stringify(document)).not.toMatch(/7700123|hush/);
    expect(document).toMatchObject({ type: "Create", object: { id: uri("1"), type: "Note" } });
  });

  it("says no number of replies that counts a withheld one", async () => {
    const reply = json(create(note({ id: "2", visibility: "direct", inReplyTo: uri("1") })));
    const source = memorySource({
      activities: [json(create(note({ id: "1", replies: ["https://other.example/1"] }))), reply].map(
        (each) => {
          const { object } = each;
          return {
            ...each,
            object: { ...(object as JsonObject), replies: { totalItems: 4, first: { items: [] } } },
          };
        },
      ),
    });
    for (const documents of [true, false]) {
      const { selection } = await select(source, { library: memoryLibrary(), documents });
      const [post] = await collect(selection.posts("oldest"));
      expect(post?.counts.replies).toBeNull();
      expect(JSON.stringify(selection.as2(post?.key ?? ""))).not.toContain('"totalItems":4');
    }
  });

  it("names what is boosted, and holds no copy of it", async () => {
    const boost = json(announce("https://other.example/1", { id: "3" }));
    const source = memorySource({
      activities: [{ ...boost, object: { type: "Note", id: "https://other.example/1", content: "theirs" } }],
    });
    const { selection } = await select(source, { library: memoryLibrary(), documents: true });
    const [post] = await collect(selection.posts("oldest"));
    expect(selection.as2(post?.key ?? "")).toMatchObject({
      type: "Announce",
      object: "https://other.example/1",
    });
  });

  it("is there on request only", async () => {
    const { document, selection } = await documentsOf({}, { documents: false });
    expect([document, selection.actorDocument()]).toEqual([null, null]);
  });
});

describe("other documents", () => {
  it("the actor goes without keys and traces", async () => {
    const { selection } = await documentsOf({});
    const actor = selection.actorDocument();
    expect(JSON.stringify(actor)).not.toMatch(/7700123|BEGIN|publicKey/);
    expect(actor).toMatchObject({
      id: TESS.uri,
      fancy: { kept: true },
      featured: { orderedItems: [uri("1")] },
    });
    expect(actor?.featured).not.toHaveProperty("totalItems");
    expect(selection.actorDocument(1)).toBeNull();
  });

  it("collections go without withheld posts, where they are there and asked for", async () => {
    const { selection } = await documentsOf({});
    const likes = selection.collection("likes");
    expect(likes === null ? null : await collect(likes)).toEqual([{ id: "https://other.example/1" }]);
    expect(selection.collection("bookmarks")).toBeNull();
    const without = await documentsOf({}, { collections: [] });
    expect(without.selection.collection("likes")).toBeNull();
  });
});
