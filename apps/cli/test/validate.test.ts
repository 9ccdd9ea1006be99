import { create, document, mastodonArchive, note, packZip } from "@archive/fixtures";
import { DIAGNOSTICS } from "@archive/schema";
import { describe, expect, it } from "vitest";
import { run } from "./harness.js";

const activities = (files: number): object[] =>
  Array.from({ length: files }, (_, n) =>
    create(
      note({
        id: String(100 + n),
        attachment: [document(`media_attachments/files/000/${n}/original/x.png`)],
      }),
    ),
  );
const good = await packZip(mastodonArchive({ activities: [create()] }));
const warned = await packZip(mastodonArchive({ activities: activities(30) }));
const wrong = await packZip(
  mastodonArchive({ activities: [{ type: "Create", id: "https://a.example/1" }, create()] }),
);

describe("validate", () => {
  it("--json is one document with what was checked and what was found", async () => {
    const { code, stdout, stderr } = await run(["validate", "-", "--json"], { stdin: [wrong] });
    expect([code, stderr]).toEqual([1, ""]);
    const report: Record<string, unknown> = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(["valid", "profile", "checked", "counts", "diagnostics", "codes"]);
    expect(report).toMatchObject({
      valid: false,
      profile: "mastodon-archive",
      checked: { documents: expect.any(Number), items: expect.any(Number) },
      counts: { error: expect.any(Number) },
    });
    expect(report.diagnostics).toContainEqual({
      code: "outbox/create-without-object",
      severity: "error",
      message: expect.any(String),
      file: "outbox.json",
      pointer: "/orderedItems/0",
      offset: expect.any(Number),
    });
  });

  it("--format json is the same as --json", async () => {
    const [one, two] = await Promise.all(
      [["--json"], ["--format", "json"]].map((options) =>
        run(["validate", "-", ...options], { stdin: [warned] }),
      ),
    );
    expect(one).toEqual(two);
  });

  it("ends with 0 unless there is an error; --strict counts warnings as errors", async () => {
    expect((await run(["validate", "-"], { stdin: [good] })).code).toBe(0);
    expect((await run(["validate", "-"], { stdin: [warned] })).code).toBe(0);
    const strict = await run(["validate", "-", "--strict", "--json"], { stdin: [warned] });
    expect(strict.code).toBe(1);
    expect(JSON.parse(strict.stdout)).toMatchObject({ valid: false, counts: { error: 30, warning: 0 } });
    expect((await run(["validate", "-"], { stdin: [wrong] })).code).toBe(1);
  });

  it("--max bounds what is shown, and counts stay whole", async () => {
    const { stdout } = await run(["validate", "-", "--json", "--max", "2"], { stdin: [warned] });
    const { counts, diagnostics }: { counts: unknown; diagnostics: { code: string }[] } = JSON.parse(stdout);
    expect(counts).toMatchObject({ warning: 30 });
    expect(diagnostics.filter(({ code }) => code === "media/missing")).toHaveLength(2);
    const pretty = await run(["validate", "-", "--max", "2"], { stdin: [warned] });
    expect(pretty.stdout).toContain("media/missing  30 times");
    expect(pretty.stdout).toContain("and 28 more");
    expect(pretty.stdout).toContain(DIAGNOSTICS["media/missing"].hint);
  });
});

it("a finding inside a list says at which byte the innermost item around it begins", async () => {
  const post = create(note({ id: "1", content: "Hi" }));
  const attachment = [
    { type: "Document", mediaType: "image/png", url: "https://files.example/a.png" },
    { type: "Document", mediaType: "no media type", url: "https://files.example/b.png" },
  ];
  const files = new Map(mastodonArchive({ activities: [post] }));
  const outbox = JSON.parse(new TextDecoder().decode(files.get("outbox.json")));
  outbox.orderedItems.push({
    ...post,
    id: `${post.id}2`,
    object: { ...post.object, id: "https://social.example/2", attachment },
  });
  const bytes = Buffer.from(JSON.stringify(outbox));
  files.set("outbox.json", bytes);
  const { stdout } = await run(["validate", "-", "--json"], { stdin: [await packZip(files)] });
  const { diagnostics }: { diagnostics: { pointer?: string; offset?: number }[] } = JSON.parse(stdout);
  const found = diagnostics.filter(({ pointer }) =>
    pointer?.startsWith("/orderedItems/1/object/attachment/1"),
  );
  expect(found.length).toBeGreaterThan(0);
  const begins = bytes.indexOf(JSON.stringify(attachment[1]));
  for (const each of found) expect(each).toMatchObject({ offset: begins });
});
