import { POST_BREAK } from "../../render-article.js";
import { CONTENT_POLICY } from "../policy.js";

const BASE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="referrer" content="no-referrer">
<title>{% if page.layout == "home" %}{{ site.title | escape }}{% else %}{{ page.title | escape }} · {{ site.title | escape }}{% endif %}</title>
<link rel="stylesheet" href="{{ "/assets/style.css" | relative_url }}">
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header><strong><a href="{{ "/" | relative_url }}">{{ site.title | escape }}</a></strong> <a href="{{ "/posts/" | relative_url }}">All posts</a> <a href="{{ "/tags/" | relative_url }}">Tags</a></header>
<main id="main">
{{ content }}
</main>
<footer>Made from an archive of {{ site.title | escape }}.</footer>
</body>
</html>
`;

const HOME = `---
layout: base
---
<div class="profile h-card">
{% if page.avatar %}<img class="u-photo" src="{{ page.avatar | relative_url | escape }}" alt="">{% endif %}
<div>
<h1 class="p-name">{{ site.title | escape }}</h1>
{% if page.handle %}<p>{% if page.profile_url %}<a class="u-url" rel="me" href="{{ page.profile_url | escape }}">{{ page.handle | escape }}</a>{% else %}{{ page.handle | escape }}{% endif %}</p>{% endif %}
{{ content }}
</div>
</div>
<ul class="list">
{% for each in site.posts limit: 50 %}{% include line.html page=each %}
{% endfor %}</ul>
<p><a href="{{ "/posts/" | relative_url }}">All posts</a></p>
`;

const ARTICLE = `---
layout: base
---
{% assign texts = content | split: '${POST_BREAK}' %}
<article>
<h1{% if page.made_title %} class="made"{% endif %}>{{ page.title | escape }}</h1>
{% if page.posts %}{% for post in page.posts %}{% assign text = texts[forloop.index0] %}{% include post.html post=post text=text %}
{% endfor %}{% else %}{{ content }}{% endif %}
{% if page.tags.size > 0 %}<ul class="tags" aria-label="Tags">{% for tag in page.tags %}<li><a class="p-category" rel="tag" href="{{ "/tags/" | relative_url }}#{{ tag | url_encode }}">#{{ tag | escape }}</a></li>{% endfor %}</ul>{% endif %}
</article>
`;

/** Layouts by file name. */
export const LAYOUTS: Readonly<Record<string, string>> = {
  "base.html": BASE,
  "home.html": HOME,
  "article.html": ARTICLE,
};

const POST = `{% assign post = include.post %}<section class="post h-entry{% if post.depth %} branch{% endif %}" id="{{ post.name | escape }}">
{% if post.title %}<h2 class="p-name">{{ post.title | escape }}</h2>{% endif %}
{% if post.in_reply_to and post.follows != true %}<p class="context">In reply to {% include reference.html to=post.in_reply_to %}</p>{% endif %}
{% if post.boost_of %}<p class="context">Boosted {% include reference.html to=post.boost_of %}</p>{% endif %}
{% if post.content_warning %}{% include content-warning.html post=post text=include.text %}{% else %}{% include post-body.html post=post text=include.text %}{% endif %}
<footer>{% if post.author %}<span class="p-author">{{ post.author | escape }}</span>{% if post.date %} · {% endif %}{% endif %}{% if post.date %}<time class="dt-published" datetime="{{ post.date | escape }}">{{ post.date | slice: 0, 16 | replace: "T", " " | escape }}</time>{% endif %}{% if post.updated %} · edited <time class="dt-updated" datetime="{{ post.updated | escape }}">{{ post.updated | slice: 0, 16 | replace: "T", " " | escape }}</time>{% endif %}{% if post.source_url %} · <a class="u-url" rel="nofollow noopener noreferrer" href="{{ post.source_url | escape }}">original</a>{% endif %}</footer>
</section>
`;

const BODY = `{% assign text = include.text | strip %}{% if text != "" %}<div class="e-content"{% if include.post.language %} lang="{{ include.post.language | escape }}"{% endif %}{% if include.post.direction %} dir="{{ include.post.direction | escape }}"{% endif %}>{{ text }}</div>{% endif %}
{% if include.post.poll %}{% include poll.html poll=include.post.poll %}{% endif %}
{% if include.post.attachments %}{% include gallery.html attachments=include.post.attachments %}{% endif %}
{% if include.post.quote %}<blockquote class="quote">Quotes {% include reference.html to=include.post.quote %}</blockquote>{% endif %}
`;

const WARNING = `<details class="warning">
<summary>Content warning: <span class="p-summary">{{ include.post.content_warning | escape }}</span></summary>
{% include post-body.html post=include.post text=include.text %}
</details>
`;

const POLL = `<ul class="poll">
{% for option in include.poll.options %}<li{% if option.most %} class="most"{% endif %}><span class="name"><span>{{ option.name | escape }}</span>{% if option.votes %}<span>{{ option.votes }}{% if option.share %} · {{ option.share }} %{% endif %}</span>{% endif %}</span>{% if option.share %}<progress max="100" value="{{ option.share }}"></progress>{% endif %}</li>
{% endfor %}</ul>
<p class="context">{% if include.poll.multiple %}Several answers{% else %}One answer{% endif %}{% if include.poll.voters %} · {{ include.poll.voters }} people{% endif %}{% if include.poll.ends %} · {% if include.poll.closed %}ended{% else %}ends{% endif %} {{ include.poll.ends | slice: 0, 16 | replace: "T", " " | escape }}{% endif %}</p>
`;

const GALLERY = `<div class="gallery">
{% for each in include.attachments %}<figure>
{% if each.file == nil %}<p class="context">{{ each.kind | capitalize | escape }} that is not in the archive</p>
{% elsif each.kind == "image" %}<a href="{{ each.file | relative_url | escape }}"><img class="u-photo" src="{{ each.file | relative_url | escape }}" alt="{{ each.alt | escape }}"{% if each.width %} width="{{ each.width }}"{% endif %}{% if each.height %} height="{{ each.height }}"{% endif %} loading="lazy"></a>
{% elsif each.kind == "video" %}<video class="u-video" controls preload="metadata" src="{{ each.file | relative_url | escape }}"{% if each.poster %} poster="{{ each.poster | relative_url | escape }}"{% endif %}{% if each.alt %} aria-label="{{ each.alt | escape }}"{% endif %}>{% for track in each.captions %}<track kind="captions" src="{{ track.file | relative_url | escape }}"{% if track.language %} srclang="{{ track.language | escape }}" label="{{ track.language | escape }}"{% endif %}>{% endfor %}</video>
{% elsif each.kind == "audio" %}<audio class="u-audio" controls preload="metadata" src="{{ each.file | relative_url | escape }}"{% if each.alt %} aria-label="{{ each.alt | escape }}"{% endif %}></audio>
{% else %}<a href="{{ each.file | relative_url | escape }}" download>File</a>{% endif %}
{% if each.alt %}<figcaption>{{ each.alt | escape }}</figcaption>{% endif %}
</figure>
{% endfor %}</div>
`;

const REFERENCE = `{% if include.to.page %}<a href="{{ include.to.page | relative_url | escape }}">{% if include.to.day %}the post of {{ include.to.day | escape }}{% else %}an own post{% endif %}</a>{% elsif include.to.url %}<a rel="nofollow noopener noreferrer" href="{{ include.to.url | escape }}">{{ include.to.url | escape }}</a>{% else %}a post that is not published here{% endif %}`;

const LINE = `<li>{% if include.page.undated %}<span>no date</span>{% else %}<time datetime="{{ include.page.date | date: "%Y-%m-%d" }}">{{ include.page.date | date: "%Y-%m-%d" }}</time>{% endif %}<a href="{{ include.page.url | relative_url }}">{{ include.page.title | escape }}</a></li>`;

/** Parts that a person would change first, by file name. */
export const INCLUDES: Readonly<Record<string, string>> = {
  "post.html": POST,
  "post-body.html": BODY,
  "content-warning.html": WARNING,
  "poll.html": POLL,
  "gallery.html": GALLERY,
  "reference.html": REFERENCE,
  "line.html": LINE,
};

const ALL = `---
layout: base
title: All posts
permalink: /posts/
---
<h1>All posts</h1>
<ul class="list">
{% for each in site.posts %}{% include line.html page=each %}
{% endfor %}{% assign undated = site.pages | where: "undated", true %}{% for each in undated %}{% include line.html page=each %}
{% endfor %}</ul>
`;

const TAGS = `---
layout: base
title: Tags
permalink: /tags/
---
<h1>Tags</h1>
{% assign tags = site.tags | sort %}{% for tag in tags %}<h2 id="{{ tag[0] | url_encode }}">#{{ tag[0] | escape }}</h2>
<ul class="list">
{% for each in tag[1] %}{% include line.html page=each %}
{% endfor %}</ul>
{% endfor %}
`;

const NOT_FOUND = `---
layout: base
title: Not found
permalink: /404.html
---
<h1>Not found</h1>
<p>There is no such page here.</p>
`;

/** Pages by path. */
export const PAGES: Readonly<Record<string, string>> = {
  "posts.html": ALL,
  "tags.html": TAGS,
  "404.html": NOT_FOUND,
};
