import { announce, create, note, statusUri, TESS } from "@archive/fixtures";
import { memoryLibrary, type Selection, type SelectOptions, select } from "@archive/transform";
import { memorySource } from "./memory-source.js";
import { outputText } from "./output-text.js";

/** Address of a post of Tess. */
export const uri = (id: string): string => statusUri(TESS, id);
/** A post with fields of one's own. */
export const post = (id: string, fields: object = {}): object => ({
  ...create(note({ id })),
  object: { ...note({ id }), ...fields },
});

/** Tess's posts, selected as usual unless told. */
export async function selecting(
  activities: readonly object[],
  options: Omit<SelectOptions, "library"> = {},
): Promise<Selection> {
  const source = memorySource({ activities: activities.map((each) => JSON.parse(JSON.stringify(each))) });
  const { selection } = await select(source, { ...options, library: memoryLibrary() });
  return selection;
}

/** What the one file of an output says. */
export async function only(
  files: AsyncIterable<{ content: Parameters<typeof outputText>[0] }>,
): Promise<string> {
  const texts: string[] = [];
  for await (const { content } of files) texts.push(await outputText(content));
  if (texts.length !== 1) throw new Error(`${texts.length} files`);
  return texts[0] ?? "";
}

/** Posts of every kind: with media, a poll, a boost; one in private and an answer to it. */
export const RICH: readonly object[] = [
  post("1", {
    content: "<p>Ein Café in <b>Köln</b></p><p>zweite Zeile</p>",
    contentMap: { de: "x" },
    tag: [
      { type: "Hashtag", name: "#Köln" },
      { type: "Mention", name: "@bob@other.example", href: "https://other.example/u/bob" },
    ],
    attachment: [
      {
        type: "Document",
        mediaType: "image/jpeg",
        url: "https://files.example/a.jpg",
        name: "Alt\ttext",
        width: 4,
        height: 3,
      },
    ],
    likes: { type: "Collection", totalItems: 7 },
  }),
  post("2", { inReplyTo: uri("1"), content: "<p>Fortsetzung</p>", published: "2024-06-01T10:00:00Z" }),
  post("3", {
    type: "Question",
    oneOf: [
      { type: "Note", name: "Ja", replies: { type: "Collection", totalItems: 2 } },
      { type: "Note", name: "Nein", replies: { type: "Collection", totalItems: 1 } },
    ],
    votersCount: 3,
    published: "2024-07-01T10:00:00Z",
  }),
  announce("https://other.example/notes/9", { published: "2024-08-01T10:00:00Z", id: "4" }),
  create(
    note({
      id: "5",
      content: "<p>Geheimes WALNUSSEIS</p>",
      visibility: "followers",
      hashtags: ["Walnusstag"],
    }),
  ),
  post("6", { inReplyTo: uri("5"), content: "<p>Antwort</p>", published: "2024-09-01T10:00:00Z" }),
];
