import {
  actorObject,
  create,
  document,
  mastodonArchive,
  note,
  packZip,
  statusUri,
  TESS,
} from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Target } from "@archive/transform";
import {
  type FediverseOptions,
  gotosocialTarget,
  mastodonTarget,
  pleromaTarget,
  sharkeyTarget,
} from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { filesOf, selecting } from "./support/round-trip.js";

const own = (id: string): string => statusUri(TESS, id);
const DIRECT = own("770077");
const FOLLOWERS = own("880088");
const CONVERSATION = "tag:social.example,2024-01-01:objectId=990099:objectType=Conversation";
const link = (href: string): string => `<a href="${href}">there</a>`;

/** Two private posts, and everything else in the archive pointing at them; all of it was asked for. */
function pointing() {
  const edited = {
    ...note({ id: "3", content: "Jetzt" }),
    updated: "2024-02-01T00:00:00Z",
    formerRepresentations: {
      type: "OrderedCollection",
      orderedItems: [
        { type: "Note", content: `<p>Vorher ${link(FOLLOWERS)}</p>`, updated: "2024-01-31T00:00:00Z" },
      ],
    },
  };
  return mastodonArchive({
    actor: actorObject(TESS, {
      summary: `<p>Ich ${link(DIRECT)} ${FOLLOWERS}</p>`,
      attachment: [
        { type: "PropertyValue", name: "Mehr", value: link(DIRECT) },
        { type: "PropertyValue", name: "Auch", value: link(FOLLOWERS) },
      ],
    }),
    activities: [
      create({ ...note({ id: "770077", visibility: "direct", content: "A" }), conversation: CONVERSATION }),
      create({
        ...note({ id: "880088", visibility: "followers", content: "B" }),
        conversation: CONVERSATION,
      }),
      create({ ...note({ id: "1", content: "Antwort", inReplyTo: DIRECT }), conversation: CONVERSATION }),
      create(note({ id: "2", content: `<p>sieh ${link(DIRECT)} ${FOLLOWERS}</p>`, quote: FOLLOWERS })),
      create(edited),
      create(
        note({ id: "4", content: "Bild", attachment: [document(FOLLOWERS, { name: `aus ${DIRECT}` })] }),
      ),
    ],
    likes: [DIRECT, FOLLOWERS],
    bookmarks: [FOLLOWERS, DIRECT],
  });
}

async function textOf(target: Target<FediverseOptions>): Promise<string> {
  await using archive = await openArchive(await packZip(pointing()));
  const files = await filesOf(target, await selecting(archive, { history: true }));
  return [...files].map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`).join("\n");
}

describe("a private post that was asked for and that a format leaves out, for who would see it", () => {
  it.each([
    ["sharkey", sharkeyTarget, ["770077", "990099"]],
    ["gotosocial", gotosocialTarget, ["770077", "880088", "990099"]],
    ["pleroma", pleromaTarget, ["880088"]],
  ] as const)(
    "is named nowhere in %s: not in texts, versions, profile or lists",
    async (_, target, hidden) => {
      const text = await textOf(target);
      expect(text).toContain("Jetzt");
      for (const trace of hidden) expect(text, trace).not.toContain(trace);
    },
  );

  it("stays where the format takes it", async () => {
    const text = await textOf(mastodonTarget);
    for (const trace of ["770077", "880088", "990099"]) expect(text, trace).toContain(trace);
  });
});
