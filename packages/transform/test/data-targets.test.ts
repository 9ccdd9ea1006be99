import { ndjsonTarget, POST_RECORD_SCHEMA, textTarget } from "@archive/transform/data";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { only, post, RICH, selecting, uri } from "./support/data-posts.js";

describe("ndjson", () => {
  it("has one post a line, as its schema says", async () => {
    const lines = (await only(ndjsonTarget.render(await selecting(RICH), {}))).trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line));
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { "date-time": true } });
    const validate = ajv.compile(POST_RECORD_SCHEMA);
    for (const record of records) expect([validate(record), validate.errors]).toEqual([true, null]);
    expect(records.map(({ kind }) => kind)).toEqual(["post", "selfReply", "poll", "boost", "reply"]);
    expect(records[0]).toMatchObject({
      id: uri("1"),
      account: "@tess@social.example",
      text: "Ein Café in Köln\n\nzweite Zeile",
      hashtags: ["Köln"],
      mentions: [{ name: "@bob@other.example", url: "https://other.example/u/bob" }],
      likes: 7,
    });
    expect(records[1]).toMatchObject({ inReplyTo: uri("1"), thread: records[0].key });
    expect(records[4]).toMatchObject({ inReplyTo: null, inReplyToKey: null });
  });
});

describe("text", () => {
  it("has one line a post with all its words", async () => {
    const lines = (await only(textTarget.render(await selecting(RICH), {}))).split("\n");
    expect(lines).toEqual([
      expect.stringMatching(
        /^2024-05-01T10:00:00(\.000)?Z\thttps:\S+\tEin Café in Köln ⏎ zweite Zeile ⏎ \[Alt text\]$/,
      ),
      expect.stringMatching(/Fortsetzung$/),
      expect.stringMatching(/\( \) Ja ⏎ \( \) Nein$/),
      expect.stringMatching(/♺ https:\/\/other\.example\/notes\/9$/),
      expect.stringMatching(/Antwort$/),
      "",
    ]);
  });

  it("no text makes a line of its own, or moves a terminal", async () => {
    const hostile = "a\u001b[2Jb\u0007c\nd\re\u2028f\u0085g\th";
    const selection = await selecting([
      post("1", {
        content: hostile,
        attachment: [{ type: "Document", url: "https://files.example/x", name: hostile }],
      }),
    ]);
    const text = await only(textTarget.render(selection, {}));
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text.split("\t")).toHaveLength(3);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
    expect(text.trimEnd()).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/);
  });
});
