import { DIAGNOSTICS } from "@archive/schema";
import { diagnosticPages, propertyPages, referencePages } from "@archive/schema/reference";
import { allClasses, allPropertyNames, NAMESPACES } from "@archive/schema/vocabulary";
import { describe, expect, it } from "vitest";

const pages = referencePages();

describe("the reference", () => {
  it("has a page with an address of its own for each namespace, class, property and code", () => {
    const count =
      NAMESPACES.length + allClasses().length + allPropertyNames().length + Object.keys(DIAGNOSTICS).length;
    expect(pages).toHaveLength(count);
    expect(new Set(pages.map((page) => page.slug.toLowerCase())).size).toBe(count);
    for (const { slug, title, description, markdown } of pages) {
      expect(slug).toMatch(/^(?:namespace|class|property|diagnostic\/[a-z0-9]+)\/[a-z0-9-]+$/);
      expect(
        [title, description, markdown].filter((text) => text.trim() === ""),
        slug,
      ).toEqual([]);
    }
  });

  it("links only to pages that are there", () => {
    const slugs = new Set(pages.map((page) => page.slug));
    for (const { slug, markdown } of pages) {
      for (const [, target = ""] of markdown.matchAll(/\]\(\.\.\/\.\.\/([^)]+)\/\)/g)) {
        expect(slugs.has(target), `${slug} links to ${target}`).toBe(true);
      }
    }
  });

  it("names every term on the page of its namespace", () => {
    NAMESPACES.forEach((namespace, index) => {
      for (const term of namespace.terms) expect(pages[index]?.markdown).toContain(`\`${term.name}\``);
    });
  });

  it("says what a property is", () => {
    expect(propertyPages().find((page) => page.title === "focalPoint")?.markdown).toMatchInlineSnapshot(`
      "The two coordinates, from -1 to 1, that a crop should keep in view. [Source](https://docs.joinmastodon.org/spec/activitypub/#focalPoint).

      - IRI: \`http://joinmastodon.org/ns#focalPoint\`
      - Namespace: [Mastodon](../../namespace/mastodon/)
      - Made for: [\`Document\`](../../class/document/)
      - May be: a number
      - Values: one ordered list"
    `);
  });

  it("says of a code what, why, in what, and what to do", () => {
    const example = '{"type":"Note","content":"a","content":"b"}';
    const page = diagnosticPages(new Map([["json/duplicate-key", example]])).find(
      ({ code }) => code === "json/duplicate-key",
    );
    expect(page).toMatchObject({ area: "json", slug: "diagnostic/json/duplicate-key", example });
    expect(page?.rule).toBe(DIAGNOSTICS["json/duplicate-key"]);
    expect(page?.markdown).toMatchInlineSnapshot(`
      "- Code: \`json/duplicate-key\`
      - Severity: warning, unless a profile has it otherwise

      Most readers take the last one, some the first: they see different documents (RFC 8259 §4). Mastodon 4.2 wrote exports with such an envelope.

      ## Example

      \`\`\`json
      {"type":"Note","content":"a","content":"b"}
      \`\`\`

      ## What to do

      Keep the one that is meant.

      [The specification](https://www.rfc-editor.org/rfc/rfc8259#section-4)"
    `);
  });
});
