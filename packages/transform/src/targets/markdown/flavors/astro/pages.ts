const NEWEST_FIRST = `(a, b) => Number(b.data.pubDate ?? -Infinity) - Number(a.data.pubDate ?? -Infinity)`;

const HOME = `---
import { getCollection, render } from "astro:content";
import Base from "../components/Base.astro";
import { here } from "../components/here";
import Lines from "../components/Lines.astro";
import site from "../site.json";
const entries = (await getCollection("posts")).sort(${NEWEST_FIRST});
const [profile] = await getCollection("profile");
const { Content } = profile ? await render(profile) : { Content: null };
---
<Base>
<div class="profile h-card">
{profile?.data.avatar && <img class="u-photo" src={here(profile.data.avatar)} alt="" />}
<div>
<h1 class="p-name">{site.title}</h1>
{profile?.data.handle && <p>{profile.data.profile_url ? <a class="u-url" rel="me" href={profile.data.profile_url}>{profile.data.handle}</a> : profile.data.handle}</p>}
{Content && <Content />}
</div>
</div>
<Lines entries={entries.slice(0, 50)} />
<p><a href={here("posts/")}>All posts</a></p>
</Base>
`;

const ENTRY = `---
import { type CollectionEntry, getCollection, render } from "astro:content";
import Article from "../../components/Article.astro";
import Base from "../../components/Base.astro";
export async function getStaticPaths() {
  return (await getCollection("posts")).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
interface Props { entry: CollectionEntry<"posts"> }
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<Base title={entry.data.title} description={entry.data.description}>
<Article entry={entry}><Content /></Article>
</Base>
`;

const ALL = `---
import { getCollection } from "astro:content";
import Base from "../../components/Base.astro";
import Lines from "../../components/Lines.astro";
const entries = (await getCollection("posts")).sort(${NEWEST_FIRST});
---
<Base title="All posts">
<h1>All posts</h1>
<Lines entries={entries} />
</Base>
`;

const TAGS = `---
import { getCollection } from "astro:content";
import Base from "../../components/Base.astro";
import { here, tagSlug } from "../../components/here";
const tags = new Map<string, { name: string; posts: number }>();
for (const entry of await getCollection("posts")) {
  for (const name of entry.data.tags) {
    const tag = tags.get(tagSlug(name)) ?? { name, posts: 0 };
    tags.set(tagSlug(name), { ...tag, posts: tag.posts + 1 });
  }
}
---
<Base title="Tags">
<h1>Tags</h1>
<ul class="tags">{[...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([slug, tag]) => <li><a href={here(\`tags/\${slug}/\`)}>#{tag.name}</a> {tag.posts}</li>)}</ul>
</Base>
`;

const TAG = `---
import { type CollectionEntry, getCollection } from "astro:content";
import Base from "../../components/Base.astro";
import { tagSlug } from "../../components/here";
import Lines from "../../components/Lines.astro";
export async function getStaticPaths() {
  const tags = new Map<string, { name: string; entries: CollectionEntry<"posts">[] }>();
  for (const entry of (await getCollection("posts")).sort(${NEWEST_FIRST})) {
    for (const name of entry.data.tags) {
      const tag = tags.get(tagSlug(name)) ?? { name, entries: [] };
      tag.entries.push(entry);
      tags.set(tagSlug(name), tag);
    }
  }
  return [...tags].map(([slug, tag]) => ({ params: { tag: slug }, props: tag }));
}
interface Props { name: string; entries: CollectionEntry<"posts">[] }
const { name, entries } = Astro.props;
---
<Base title={\`#\${name}\`}>
<h1>#{name}</h1>
<Lines entries={entries} />
</Base>
`;

const ALIAS = `---
import { getCollection } from "astro:content";
import { here } from "../components/here";
export async function getStaticPaths() {
  return (await getCollection("posts")).flatMap((entry) =>
    entry.data.aliases.map((alias) => ({
      params: { alias: alias.replace(/^\\/|\\/$/g, "") },
      props: { to: \`posts/\${entry.id}/\` },
    })),
  );
}
interface Props { to: string }
const to = here(Astro.props.to);
---
<!doctype html>
<html lang="en">
<head><meta charset="utf-8" /><title>Moved</title><link rel="canonical" href={to} /><meta http-equiv="refresh" content={\`0; url=\${to}\`} /></head>
<body><p><a href={to}>Moved</a></p></body>
</html>
`;

const NOT_FOUND = `---
import Base from "../components/Base.astro";
---
<Base title="Not found">
<h1>Not found</h1>
<p>There is no such page here.</p>
</Base>
`;

/** Pages by path under `src/pages`. */
export const PAGES: Readonly<Record<string, string>> = {
  "index.astro": HOME,
  "posts/index.astro": ALL,
  "posts/[...id].astro": ENTRY,
  "tags/index.astro": TAGS,
  "tags/[tag].astro": TAG,
  "[...alias].astro": ALIAS,
  "404.astro": NOT_FOUND,
};
