import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { run, scratch } from "./harness.js";

const outboxes = fileURLToPath(new URL("../../../../shared/corpora/02-outboxes/", import.meta.url));
const place = scratch();
afterAll(() => place[Symbol.dispose]());
const cwd = { cwd: place.path };

const ARCHIVES = ["tar.gz", "tar", "zip"].map(
  (ending) => `${outboxes}lmorchard-fossilizer/mastodon-export.${ending}`,
);
const ALL = [...ARCHIVES, `${outboxes}vidarh`, `${outboxes}lmorchard-fossilizer/outbox.json`];

async function jsonOf(...argv: readonly string[]) {
  const { code, stdout, stderr } = await run([...argv, "--json"], cwd);
  expect([argv, code, stderr]).toEqual([argv, 0, ""]);
  return JSON.parse(stdout);
}

describe.skipIf(!existsSync(outboxes))("real exports in ../shared/corpora/02-outboxes", () => {
  it.each(ALL)("%s: no difference to itself, and an audit", async (archive) => {
    const { posts } = await jsonOf("inspect", archive);
    const { posts: changed, newer } = await jsonOf("diff", archive, archive);
    expect([changed.added.total, changed.edited.total, changed.gone.total]).toEqual([0, 0, 0]);
    expect(newer.posts).toBe(posts.total);
    const { posts: audited, privacy } = await jsonOf("audit", archive);
    expect([audited, privacy.byVisibility]).toEqual([posts.total, posts.byVisibility]);
  });

  it.each(ALL)("%s: merged alone, it is what it was", async (archive) => {
    const before = await jsonOf("inspect", archive);
    const { accounts } = await jsonOf("merge", archive, "--out", "alone.zip", "--force");
    expect(accounts).toHaveLength(1);
    const [{ items }] = accounts;
    expect(items.read).toBe(items.current + items.gone + items.earlier + items.same);
    const after = await jsonOf("inspect", "alone.zip");
    expect(after.posts.total + items.earlier + items.same).toBeGreaterThanOrEqual(before.posts.total);
    if (items.earlier + items.same === 0) expect(after.posts).toEqual(before.posts);
    expect([after.account, after.media.missing]).toEqual([before.account, before.media.missing]);
    for (const name of ["likes", "bookmarks"])
      expect(after.collections[name] ?? 0).toBe(before.collections[name] ?? 0);
  });

  it("the same account in 2022 and 2023: nothing is lost between the two", async () => {
    const [older = "", , newer = ""] = ARCHIVES;
    const { older: was, newer: is, posts } = await jsonOf("diff", older, newer);
    expect(posts.unchanged + posts.edited.total + posts.added.total).toBeLessThanOrEqual(is.posts);
    const { accounts } = await jsonOf("merge", newer, older, "--out", "both.zip");
    const counts = accounts.map(({ items }: { items: { read: number } }) => items.read);
    expect(counts.reduce((sum: number, each: number) => sum + each, 0)).toBeGreaterThanOrEqual(
      was.posts + is.posts,
    );
  });

  it.each(ALL)("%s: repaired, it has the same posts, and needs no repair", async (archive) => {
    const before = await jsonOf("inspect", archive);
    const { unrepaired } = await jsonOf("repair", archive, "--out", "repaired.zip", "--force");
    expect(unrepaired).toEqual({});
    const after = await jsonOf("inspect", "repaired.zip");
    expect([after.posts, after.media]).toEqual([before.posts, before.media]);
    const { changed } = await jsonOf("repair", "repaired.zip", "--dry-run");
    expect(changed).toEqual({});
  });
});
