import { create, document, note } from "@archive/fixtures";
import { describe, expect, it } from "vitest";
import { chosen, SECRET } from "./support/chosen.js";
import { collect } from "./support/memory-source.js";

describe("media", () => {
  const png = Uint8Array.from([
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
  ]);
  const html = new TextEncoder().encode(
    "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
  );
  const media = {
    "open.png": png,
    "secret.png": png,
    "trick.png": html,
    "empty.png": new Uint8Array(),
    "lost.png": png,
  };

  it("that are films are told apart by whether they have a sound", async () => {
    const box = (type: string, ...content: readonly number[]): readonly number[] => [
      ...[0, 0, 0, content.length + 8],
      ...new TextEncoder().encode(type),
      ...content,
    ];
    const track = (handler: string) =>
      box(
        "trak",
        ...box("mdia", ...box("hdlr", ...new Uint8Array(8), ...new TextEncoder().encode(handler), 0)),
      );
    const film = (...tracks: readonly (readonly number[])[]) =>
      Uint8Array.from([
        ...box("ftyp", ...new TextEncoder().encode("isom\0\0\0\0isommp41")),
        ...box("moov", ...tracks.flat()),
      ]);
    const files = { "gif.mp4": film(track("vide")), "talk.mp4": film(track("vide"), track("soun")) };
    const attached = Object.keys(files).map((name) => document(`/${name}`, { mediaType: "video/mp4" }));
    const { selection } = await chosen([create(note({ id: "1", attachment: attached }))], {}, files);
    for await (const { bytes } of selection.media()) await collect(bytes);
    const [one] = await collect(selection.posts("oldest"));
    const states = one?.attachments.map(({ media }) => selection.mediaState(media ?? ""));
    expect(states).toEqual([
      expect.objectContaining({ mediaType: "video/mp4", silent: true }),
      expect.not.objectContaining({ silent: true }),
    ]);
  });

  it("of selected posts alone are copied, if their bytes are of an allowed type", async () => {
    const { selection, diagnostics } = await chosen(
      [
        create(
          note({
            id: "1",
            attachment: ["open", "trick", "empty", "gone"].map((name) => document(`/${name}.png`)),
          }),
        ),
        create(note({ id: "2", ...SECRET, attachment: [document("/secret.png")] })),
      ],
      {},
      media,
    );
    const copied = [];
    for await (const file of selection.media({ onDiagnostic: (found) => void diagnostics.push(found) })) {
      copied.push({
        type: file.mediaType,
        name: file.name,
        size: (await collect(file.bytes)).flatMap((b) => [...b]).length,
      });
      expect(selection.mediaState(file.key)).toEqual({ state: "missing" });
    }
    expect(copied).toEqual([
      { type: "image/png", name: expect.stringMatching(/^[0-9a-z]{16}\.png$/), size: png.length },
    ]);
    const states = (await collect(selection.posts("oldest")))[0]?.attachments.map(
      (each) => selection.mediaState(each.media ?? "").state,
    );
    expect(states).toEqual(["present", "missing", "missing", "missing"]);
    expect(diagnostics.map((found) => found.code)).toEqual([
      "media/empty",
      "media/missing",
      "media/not-allowed",
    ]);
  });

  it("are left alone on request", async () => {
    const { selection } = await chosen(
      [create(note({ attachment: [document("/open.png")] }))],
      { media: false },
      media,
    );
    expect(await collect(selection.media())).toEqual([]);
  });
});
