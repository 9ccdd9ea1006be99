import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";
import { type Found, filesOf, search } from "./support-search.js";

const outboxes = fileURLToPath(new URL("../../../../shared/corpora/02-outboxes/", import.meta.url));
const place = scratch();
afterAll(() => place[Symbol.dispose]());

type Json = { readonly [key: string]: unknown };
const read = (path: string): Json => JSON.parse(readFileSync(path, "utf8"));

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

/** A second, plain reading of an outbox, to hold the command against. */
function split(outbox: Json): { open: Json[]; hidden: Json[] } {
  const items = (Array.isArray(outbox.orderedItems) ? outbox.orderedItems : []).filter(
    (item: Json) => item.type === "Create" || item.type === "Announce",
  );
  const isOpen = (item: Json) => [item.to, item.cc].flat().includes(PUBLIC);
  return { open: items.filter(isOpen), hidden: items.filter((item: Json) => !isOpen(item)) };
}

const idOf = (item: Json): string => {
  const { object } = item;
  const id =
    item.type === "Create" && typeof object === "object" && object !== null && "id" in object
      ? object.id
      : item.id;
  return String(id);
};

async function outboxIn(archive: string): Promise<Json> {
  const files = await filesOf(archive);
  const outbox = files.find((file) => file.name.endsWith("outbox.json"));
  return JSON.parse((outbox as Found).bytes.toString("utf8"));
}

describe.skipIf(!existsSync(outboxes))("real exports in ../shared/corpora/02-outboxes", () => {
  const expected = existsSync(outboxes) ? read(`${outboxes}expected.json`) : {};

  it.each(["vidarh/outbox.json", "lmorchard-fossilizer/outbox.json"])(
    "%s is counted as expected",
    async (name) => {
      const { code, stdout } = await run(["inspect", `${outboxes}${name}`, "--json"]);
      expect(code).toBe(0);
      const report = JSON.parse(stdout);
      const counts = expected[name] as Json;
      expect(report.posts.total).toBe(counts.items);
      expect(report.posts.byVisibility).toMatchObject(counts.visibility as Json);
      expect(report.posts.byLanguage).toEqual(counts.languages);
      expect(report.posts).toMatchObject({ first: counts.first, last: counts.last });
      const features = counts.features as Json;
      if (features.attachments !== undefined) {
        expect(report.posts).toMatchObject({ edited: features.edited, withContentWarning: features.cw });
        expect(report.media.referenced).toBe(features.attachments);
        expect(report.media.withoutAltText).toBe(
          Number(features.attachments) - Number(features.attachments_with_alt),
        );
        expect(report.posts.byKind.boost).toBe((counts.activity_types as Json).Announce);
        expect(report.posts.byKind.reply + report.posts.byKind.selfReply).toBe(features.reply);
      }
    },
  );

  it.each([
    "vidarh",
    "vidarh/outbox.json",
    "lmorchard-fossilizer/mastodon-export.zip",
    "lmorchard-fossilizer/mastodon-export.tar",
    "lmorchard-fossilizer/mastodon-export.tar.gz",
  ])("%s becomes a site and Markdown, with every open post once and no hidden one", async (name) => {
    const archive = `${outboxes}${name}`;
    const { open, hidden } = split(await outboxIn(archive));
    for (const target of ["html", "markdown"]) {
      const out = place.at(`${name.replaceAll("/", "-")}-${target}`);
      const { code, stderr } = await run(["convert", archive, "--to", target, "--out", out]);
      expect(stderr).not.toContain("error:");
      expect(code).toBe(0);
      const files = await filesOf(out);
      const pages = files.filter(({ name: page }) =>
        target === "html"
          ? /\/\d{2}-[0-9a-z]+\/index\.html$/.test(page)
          : /\/\d{2}-[0-9a-z]+\.md$/.test(page),
      );
      // On a site a boost is a line of its month; in Markdown it is a file.
      const posts = target === "html" ? open.filter((item) => item.type === "Create") : open;
      expect(pages).toHaveLength(new Set(posts.map(idOf)).size);
      if (target === "html") {
        const months = files.filter(({ name: page }) =>
          /\/\d{4}\/\d{2}\/(?:part-\d+\/)?index\.html$/.test(page),
        );
        const text = months.map((page) => page.bytes.toString("utf8")).join("\n");
        const boosts = open.filter((item) => item.type === "Announce");
        expect(text.split('class="u-repost-of"').length - 1).toBe(new Set(boosts.map(idOf)).size);
        const linked = boosts.map((item) => String(item.object)).filter((url) => url.startsWith("http"));
        expect(linked.filter((url) => !text.includes(url))).toEqual([]);
      }
      if (target === "markdown") {
        const text = pages.map((page) => page.bytes.toString("utf8")).join("\n");
        expect(open.map(idOf).filter((id) => !text.includes(id))).toEqual([]);
      }
      const needles = hidden.flatMap((item) => [idOf(item).replace(/^.*\/(\d+)(\/activity)?$/, "$1")]);
      expect(search(files, needles)).toEqual([]);
    }
  });
});
