// What the shared contexts buy: the library as its README shows it, with a loader that has the contexts in
// memory, against `expand` of this package, on made-up items in the shapes of Mastodon's exports.
// Run after a build: vitest bench --run packages/schema/bench/jsonld.bench.ts
import library from "jsonld";
import { expect, test } from "vitest";
import { expand, loadContext } from "../dist/jsonld.js";

const AS2 = "https://www.w3.org/ns/activitystreams";
const SECURITY = "https://w3id.org/security/v1";
const ITEMS = 500;

const terms = {
  ostatus: "http://ostatus.org#",
  atomUri: "ostatus:atomUri",
  inReplyToAtomUri: "ostatus:inReplyToAtomUri",
  conversation: "ostatus:conversation",
  sensitive: "as:sensitive",
  toot: "http://joinmastodon.org/ns#",
  votersCount: "toot:votersCount",
  blurhash: "toot:blurhash",
  focalPoint: { "@container": "@list", "@id": "toot:focalPoint" },
  Hashtag: "as:Hashtag",
};

const bare = Array.from({ length: ITEMS }, (_, n) => {
  const actor = "https://m.example/users/ada";
  const id = `${actor}/statuses/${n}`;
  const to = [`${AS2}#Public`];
  const cc = [`${actor}/followers`];
  const published = "2022-11-05T08:00:00Z";
  return {
    id: `${id}/activity`,
    type: "Create",
    actor,
    published,
    to,
    cc,
    object: {
      id,
      type: "Note",
      summary: null,
      inReplyTo: null,
      published,
      url: `https://m.example/@ada/${n}`,
      attributedTo: actor,
      to,
      cc,
      sensitive: false,
      atomUri: id,
      inReplyToAtomUri: null,
      conversation: `tag:m.example,2022-11-05:objectId=${n}:objectType=Conversation`,
      content: `<p>The ${n}th cup of tea</p>`,
      contentMap: { en: `<p>The ${n}th cup of tea</p>` },
      attachment:
        n % 3 > 0
          ? []
          : [
              {
                type: "Document",
                mediaType: "image/jpeg",
                url: `/${n}.jpg`,
                blurhash: "UBL_",
                focalPoint: [0, 0.5],
              },
            ],
      tag: n % 2 > 0 ? [] : [{ type: "Hashtag", href: "https://m.example/tags/tea", name: "#tea" }],
      replies: { id: `${id}/replies`, type: "Collection", first: { type: "CollectionPage", items: [] } },
    },
  };
});

// As in exports of 2.8 to 4.1: each item has a context of its own.
const items = bare.map((item) => ({ "@context": [AS2, SECURITY, structuredClone(terms)], ...item }));
// As since 4.2: the outbox has it, the items have none.
const envelope = [AS2, SECURITY, terms];

test("expansion of 500 items", async ({ bench }) => {
  const contexts = new Map([
    [AS2, await loadContext(AS2)],
    [SECURITY, await loadContext(SECURITY)],
  ]);
  const documentLoader = async (url: string) => ({ documentUrl: url, document: contexts.get(url) ?? {} });
  // Equal work, or the numbers mean nothing.
  expect(await expand(items[0])).toEqual(await library.expand(items[0] ?? {}, { documentLoader }));
  expect(await expand(bare[0], { context: envelope })).toEqual(await expand(items[0]));

  const time = { time: 3_000, warmupTime: 500 };
  await bench.compare(
    bench("jsonld, plain use", time, async () => {
      for (const item of items) await library.expand(item, { documentLoader });
    }),
    bench("expand, a context in each item", time, async () => {
      for (const item of items) await expand(item);
    }),
    bench("expand, the context of the envelope", time, async () => {
      for (const item of bare) await expand(item, { context: envelope });
    }),
  );
}, 60_000);
