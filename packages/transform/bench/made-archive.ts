import {
  announce,
  create,
  mastodonArchive,
  note,
  packZip,
  statusUri,
  TESS,
} from "../../fixtures/dist/index.js";

const WORDS = "the sea was calm and grüne Wiesen 朝 people walk to work while it rains on tiles".split(" ");

/** A zip of so many activities, the same one each time. */
export async function madeArchive(items: number): Promise<Uint8Array> {
  const outbox = { type: "OrderedCollection", totalItems: items, orderedItems: activities(items) };
  const bytes = new TextEncoder().encode(JSON.stringify(outbox));
  return packZip(new Map(mastodonArchive()).set("outbox.json", bytes));
}

/** One in four a boost, one in eight for followers only, one in four of the rest a reply to oneself. */
function activities(items: number): object[] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const idOf = (n: number): string => `${110_000_000_000_000_000 + n * 104_729}`;
  return Array.from({ length: items }, (_, n) => {
    const id = idOf(n);
    const published = new Date(1_600_000_000_000 + n * 3_600_000).toISOString().replace(".000", "");
    if (next(4) === 0) return announce(`https://b.example/users/ada/statuses/${id}`, { id, published });
    const content = `<p>${Array.from({ length: 20 + next(60) }, () => WORDS[next(WORDS.length)]).join(" ")}</p>`;
    return create(
      note({
        id,
        published,
        content,
        visibility: next(8) === 0 ? "followers" : "public",
        hashtags: next(3) === 0 ? ["sea", "rain"] : [],
        inReplyTo: n > 0 && next(4) === 0 ? statusUri(TESS, idOf(n - 1)) : null,
      }),
    );
  });
}
