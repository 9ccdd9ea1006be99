import { POST_BREAK } from "../../render-article.js";
import { CONTENT_POLICY } from "../policy.js";

const BASE = `---
import site from "../site.json";
import { here } from "./here";
interface Props { title?: string; description?: string }
const { title, description } = Astro.props;
---
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content={${JSON.stringify(CONTENT_POLICY)}} />
<meta name="referrer" content="no-referrer" />
<title>{title === undefined ? site.title : \`\${title} · \${site.title}\`}</title>
{description && <meta name="description" content={description} />}
<link rel="stylesheet" href={here("assets/style.css")} />
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header><strong><a href={here("")}>{site.title}</a></strong> <a href={here("posts/")}>All posts</a> <a href={here("tags/")}>Tags</a></header>
<main id="main"><slot /></main>
<footer>Made from an archive of {site.title}.</footer>
</body>
</html>
`;

const HERE = `/** An address within the site, wherever the site stands. */
export const here = (path: string): string => \`\${import.meta.env.BASE_URL.replace(/\\/$/, "")}/\${path}\`;

/** A tag's part of an address. */
export const tagSlug = (name: string): string => name.normalize("NFKC").toLowerCase();

/** A date as it is shown. */
export const minute = (date: string): string => date.slice(0, 16).replace("T", " ");
`;

const LINES = `---
import type { CollectionEntry } from "astro:content";
import { here } from "./here";
interface Props { entries: CollectionEntry<"posts">[] }
---
<ul class="list">
{Astro.props.entries.map((each) => (
<li>{each.data.pubDate ? <time datetime={each.data.pubDate.toISOString().slice(0, 10)}>{each.data.pubDate.toISOString().slice(0, 10)}</time> : <span>no date</span>}<a href={here(\`posts/\${each.id}/\`)}>{each.data.title}</a></li>
))}
</ul>
`;

const ARTICLE = `---
import type { CollectionEntry } from "astro:content";
import { here, tagSlug } from "./here";
import Post from "./Post.astro";
interface Props { entry: CollectionEntry<"posts"> }
const { title, made_title, posts, tags } = Astro.props.entry.data;
const text = await Astro.slots.render("default");
const texts = text.split(/${POST_BREAK.replace(" />", "\\s*\\/?>")}/);
---
<article>
<h1 class={made_title ? "made" : undefined}>{title}</h1>
{posts.length === 0 ? <Fragment set:html={text} /> : posts.map((post, at) => <Post post={post} text={texts[at] ?? ""} />)}
{tags.length > 0 && <ul class="tags" aria-label="Tags">{tags.map((tag) => <li><a class="p-category" rel="tag" href={here(\`tags/\${tagSlug(tag)}/\`)}>#{tag}</a></li>)}</ul>}
</article>
`;

const POST = `---
import type { ArchivedPost } from "../content.config";
import ContentWarning from "./ContentWarning.astro";
import { minute } from "./here";
import PostBody from "./PostBody.astro";
import Reference from "./Reference.astro";
interface Props { post: ArchivedPost; text: string }
const { post, text } = Astro.props;
---
<section class:list={["post", "h-entry", { branch: post.depth }]} id={post.name}>
{post.title && <h2 class="p-name">{post.title}</h2>}
{post.in_reply_to && !post.follows && <p class="context">In reply to <Reference to={post.in_reply_to} /></p>}
{post.boost_of && <p class="context">Boosted <Reference to={post.boost_of} /></p>}
{post.content_warning ? <ContentWarning post={post} text={text} /> : <PostBody post={post} text={text} />}
<footer>{post.author && <Fragment><span class="p-author">{post.author}</span>{post.date && " · "}</Fragment>}{post.date && <time class="dt-published" datetime={post.date}>{minute(post.date)}</time>}{post.updated && <Fragment> · edited <time class="dt-updated" datetime={post.updated}>{minute(post.updated)}</time></Fragment>}{post.source_url && <Fragment> · <a class="u-url" rel="nofollow noopener noreferrer" href={post.source_url}>original</a></Fragment>}</footer>
</section>
`;

const BODY = `---
import type { ArchivedPost } from "../content.config";
import Gallery from "./Gallery.astro";
import Poll from "./Poll.astro";
import Reference from "./Reference.astro";
interface Props { post: ArchivedPost; text: string }
const { post, text } = Astro.props;
---
{text.trim() !== "" && <div class="e-content" lang={post.language} dir={post.direction} set:html={text} />}
{post.poll && <Poll poll={post.poll} />}
{post.attachments && <Gallery attachments={post.attachments} />}
{post.quote && <blockquote class="quote">Quotes <Reference to={post.quote} /></blockquote>}
`;

const WARNING = `---
import type { ArchivedPost } from "../content.config";
import PostBody from "./PostBody.astro";
interface Props { post: ArchivedPost; text: string }
const { post, text } = Astro.props;
---
<details class="warning">
<summary>Content warning: <span class="p-summary">{post.content_warning}</span></summary>
<PostBody post={post} text={text} />
</details>
`;

const POLL = `---
import type { ArchivedPost } from "../content.config";
import { minute } from "./here";
interface Props { poll: NonNullable<ArchivedPost["poll"]> }
const { poll } = Astro.props;
---
<ul class="poll">
{poll.options.map((option) => (
<li class={option.most ? "most" : undefined}><span class="name"><span>{option.name}</span>{option.votes !== undefined && <span>{option.votes}{option.share !== undefined && \` · \${option.share} %\`}</span>}</span>{option.share !== undefined && <progress max="100" value={option.share}></progress>}</li>
))}
</ul>
<p class="context">{poll.multiple ? "Several answers" : "One answer"}{poll.voters && \` · \${poll.voters} people\`}{poll.ends && \` · \${poll.closed ? "ended" : "ends"} \${minute(poll.ends)}\`}</p>
`;

const GALLERY = `---
import type { ArchivedPost } from "../content.config";
import { here } from "./here";
interface Props { attachments: NonNullable<ArchivedPost["attachments"]> }
const words = { image: "Picture", video: "Video", audio: "Sound", unknown: "File" };
---
<div class="gallery">
{Astro.props.attachments.map((each) => (
<figure>
{each.file === undefined ? <p class="context">{words[each.kind]} that is not in the archive</p>
: each.kind === "image" ? <a href={here(each.file)}><img class="u-photo" src={here(each.file)} alt={each.alt ?? ""} width={each.width} height={each.height} loading="lazy" /></a>
: each.kind === "video" ? <video class="u-video" controls preload="metadata" src={here(each.file)} poster={each.poster && here(each.poster)} aria-label={each.alt}>{each.captions?.map((track) => <track kind="captions" src={here(track.file)} srclang={track.language} label={track.language} />)}</video>
: each.kind === "audio" ? <audio class="u-audio" controls preload="metadata" src={here(each.file)} aria-label={each.alt} />
: <a href={here(each.file)} download>File</a>}
{each.alt && <figcaption>{each.alt}</figcaption>}
</figure>
))}
</div>
`;

const REFERENCE = `---
import type { ArchivedPost } from "../content.config";
import { here } from "./here";
interface Props { to: NonNullable<ArchivedPost["quote"]> }
const { to } = Astro.props;
---
{to.page !== undefined ? <a href={here(to.page)}>{to.day ? \`the post of \${to.day}\` : "an own post"}</a> : to.url ? <a rel="nofollow noopener noreferrer" href={to.url}>{to.url}</a> : "a post that is not published here"}
`;

/** Parts that a person would change first, by file name. */
export const COMPONENTS: Readonly<Record<string, string>> = {
  "here.ts": HERE,
  "Base.astro": BASE,
  "Lines.astro": LINES,
  "Article.astro": ARTICLE,
  "Post.astro": POST,
  "PostBody.astro": BODY,
  "ContentWarning.astro": WARNING,
  "Poll.astro": POLL,
  "Gallery.astro": GALLERY,
  "Reference.astro": REFERENCE,
};
