import { packZip } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import { misskeyTarget } from "@archive/transform/fediverse";
import { describe, expect, it } from "vitest";
import { filesOf, selecting } from "./support/round-trip.js";
import { outputOf } from "./support/shaped-output.js";

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
