import { create, note } from "@archive/fixtures";
import { memoryLibrary, type Selection, select } from "@archive/transform";
import { frontMatterSchema, MARKDOWN_FLAVORS } from "@archive/transform/markdown";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { filesOf, splitFile } from "./support/markdown-output.js";
import { memorySource } from "./support/memory-source.js";

/** The archives of some people, each with one post that says who wrote it. */
async function selectionOf(
  people: readonly { readonly user: string; readonly name: string }[],
): Promise<Selection> {
  const sources = people.map(({ user, name }, index) => {
    const id = `https://social.example/users/${user}`;
    const said = create(
      note({
        id: `${index + 1}`,
        content: `<p>Said by ${user}.</p>`,
        published: `2024-05-0${index + 1}T10:00:00Z`,
      }),
    );
    const written: unknown = JSON.parse(
      JSON.stringify(said).replaceAll("https://social.example/users/tess", id),
    );
    return memorySource({
      activities: [written],
      actor: { id, type: "Person", preferredUsername: user, name, followers: `${id}/followers` },
    } as Parameters<typeof memorySource>[0]);
  });
  return (await select(sources, { library: memoryLibrary() })).selection;
}

/** The file of one post: its name ends in the post's key. */
function isPost(path: string): boolean {
  return /[-/ ][a-z0-9]{8}\.md$/.test(path);
}

const TWO = [
  { user: "tess", name: "Tess" },
  { user: "ben", name: "Ben {{ x }}" },
];

describe.each(MARKDOWN_FLAVORS)("%s", (flavor) => {
  const authorsIn = (files: ReadonlyMap<string, string>): readonly unknown[] =>
    [...files]
      .filter(([path]) => isPost(path))
      .map(([, text]) => {
        const { author, authors } = splitFile(text).data;
        return author ?? (Array.isArray(authors) ? authors[0] : undefined);
      });

  it("tells several people apart, as its schema says", async () => {
    const files = await filesOf(await selectionOf(TWO), { flavor, split: "post" });
    expect([...authorsIn(files)].sort()).toEqual(["Ben {{ x }}", "Tess"]);
    const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(frontMatterSchema(flavor));
    for (const [path, text] of files) {
      if (!isPost(path)) continue;
      expect([path, isValid(splitFile(text).data), isValid.errors]).toEqual([path, true, null]);
    }
  });

  it("says nothing of an author where all is one person’s", async () => {
    const files = await filesOf(await selectionOf(TWO.slice(0, 1)), { flavor, split: "post" });
    expect(authorsIn(files)).toEqual([undefined]);
    expect([...files.values()].some((text) => /^\s*-?\s*authors?: /m.test(text.split("---")[1] ?? ""))).toBe(
      false,
    );
  });
});

it("people of one name are told apart by their handles", async () => {
  const selection = await selectionOf(TWO.map(({ user }) => ({ user, name: "Sam" })));
  const files = await filesOf(selection, { flavor: "plain", split: "post" });
  const authors = [...files].filter(([path]) => isPost(path)).map(([, text]) => splitFile(text).data.author);
  expect(authors.sort()).toEqual(["Sam (@ben@social.example)", "Sam (@tess@social.example)"]);
});

it("a month in one file says who wrote each post", async () => {
  const files = await filesOf(await selectionOf(TWO), { flavor: "plain", split: "month" });
  const month = [...files.values()].find((text) => text.includes("Said by ben")) ?? "";
  expect(month).toContain("2024-05-01 10:00, Tess");
  expect(month).toMatch(/2024-05-02 10:00, Ben/);
});

describe("the first page", () => {
  const indexOf = async (people: Parameters<typeof selectionOf>[0]): Promise<string> =>
    (await filesOf(await selectionOf(people), { flavor: "plain" })).get("index.md") ?? "";

  it("names everybody whose posts there are", async () => {
    const index = await indexOf(TWO);
    expect(splitFile(index).data).toEqual({
      title: "Ben {{ x }} and Tess",
      people: [
        { name: "Ben {{ x }}", handle: "@ben@social.example" },
        { name: "Tess", handle: "@tess@social.example" },
      ],
    });
    expect(index).toMatch(/^# Ben .* and Tess$/m);
    expect(index.match(/^## .*/gm)).toEqual([expect.stringMatching(/^## Ben/), "## Tess", "## Months"]);
    for (const handle of ["@tess@social.example", "@ben@social.example"]) {
      expect(index.replaceAll("\\", "").split("---").at(-1)).toContain(handle);
    }
  });

  it("is about the one person where there is one", async () => {
    const index = await indexOf(TWO.slice(0, 1));
    expect(splitFile(index).data).toEqual({ title: "Tess", handle: "@tess@social.example" });
    expect(index).not.toContain("## Tess");
  });

  it("counts those it does not name", async () => {
    const people = ["a", "b", "c", "d", "e"].map((user) => ({ user, name: user.toUpperCase() }));
    expect(splitFile(await indexOf(people)).data.title).toBe("A, B, C and 2 others");
  });
});
