import { CONTENT_POLICY } from "../policy.js";

const BASE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="referrer" content="no-referrer">
<title>{% if page.url == "/" %}{{ site.title }}{% else %}{{ title }} · {{ site.title }}{% endif %}</title>
{% if description %}<meta name="description" content="{{ description }}">{% endif %}
<link rel="stylesheet" href="{{ "/assets/style.css" | url }}">
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header><strong><a href="{{ "/" | url }}">{{ site.title }}</a></strong> <a href="{{ "/posts/" | url }}">All posts</a> <a href="{{ "/tags/" | url }}">Tags</a></header>
<main id="main">
{{ content | safe }}
</main>
<footer>Made from an archive of {{ site.title }}.</footer>
</body>
</html>
`;

const HOME = `---
layout: base.njk
---
{% from "line.njk" import line %}
<div class="profile h-card">
{% if avatar %}<img class="u-photo" src="{{ ("/" + avatar) | url }}" alt="">{% endif %}
<div>
<h1 class="p-name">{{ site.title }}</h1>
{% if handle %}<p>{% if profile_url %}<a class="u-url" rel="me" href="{{ profile_url }}">{{ handle }}</a>{% else %}{{ handle }}{% endif %}</p>{% endif %}
{{ content | safe }}
</div>
</div>
<ul class="list">
{% for each in collections["archive posts"].slice(0, 50) %}{{ line(each, each.url | url) }}
{% endfor %}</ul>
<p><a href="{{ "/posts/" | url }}">All posts</a></p>
`;

const ARTICLE = `---
layout: base.njk
---
{% set texts = content | texts %}
<article>
<h1{% if made_title %} class="made"{% endif %}>{{ title }}</h1>
{% if posts %}{% for post in posts %}{% set text = texts[loop.index0] %}{% include "post.njk" %}
{% endfor %}{% else %}{{ content | safe }}{% endif %}
{% if tags %}<ul class="tags" aria-label="Tags">{% for tag in tags %}<li><a class="p-category" rel="tag" href="{{ ("/tags/" + (tag | tagSlug) + "/") | url }}">#{{ tag }}</a></li>{% endfor %}</ul>{% endif %}
</article>
`;

const POST = `<section class="post h-entry{% if post.depth %} branch{% endif %}" id="{{ post.name }}">
{% if post.title %}<h2 class="p-name">{{ post.title }}</h2>{% endif %}
{% if post.in_reply_to and not post.follows %}{% set to = post.in_reply_to %}<p class="context">In reply to {% include "reference.njk" %}</p>{% endif %}
{% if post.boost_of %}{% set to = post.boost_of %}<p class="context">Boosted {% include "reference.njk" %}</p>{% endif %}
{% if post.content_warning %}{% include "content-warning.njk" %}{% else %}{% include "post-body.njk" %}{% endif %}
<footer>{% if post.author %}<span class="p-author">{{ post.author }}</span>{% if post.date %} · {% endif %}{% endif %}{% if post.date %}<time class="dt-published" datetime="{{ post.date }}">{{ post.date | minute }}</time>{% endif %}{% if post.updated %} · edited <time class="dt-updated" datetime="{{ post.updated }}">{{ post.updated | minute }}</time>{% endif %}{% if post.source_url %} · <a class="u-url" rel="nofollow noopener noreferrer" href="{{ post.source_url }}">original</a>{% endif %}</footer>
</section>
`;

const BODY = `{% if text | trim %}<div class="e-content"{% if post.language %} lang="{{ post.language }}"{% endif %}{% if post.direction %} dir="{{ post.direction }}"{% endif %}>{{ text | safe }}</div>{% endif %}
{% if post.poll %}{% include "poll.njk" %}{% endif %}
{% if post.attachments %}{% include "gallery.njk" %}{% endif %}
{% if post.quote %}{% set to = post.quote %}<blockquote class="quote">Quotes {% include "reference.njk" %}</blockquote>{% endif %}
`;

const WARNING = `<details class="warning">
<summary>Content warning: <span class="p-summary">{{ post.content_warning }}</span></summary>
{% include "post-body.njk" %}
</details>
`;

const POLL = `<ul class="poll">
{% for option in post.poll.options %}<li{% if option.most %} class="most"{% endif %}><span class="name"><span>{{ option.name }}</span>{% if option.votes !== undefined %}<span>{{ option.votes }}{% if option.share !== undefined %} · {{ option.share }} %{% endif %}</span>{% endif %}</span>{% if option.share !== undefined %}<progress max="100" value="{{ option.share }}"></progress>{% endif %}</li>
{% endfor %}</ul>
<p class="context">{% if post.poll.multiple %}Several answers{% else %}One answer{% endif %}{% if post.poll.voters %} · {{ post.poll.voters }} people{% endif %}{% if post.poll.ends %} · {% if post.poll.closed %}ended{% else %}ends{% endif %} {{ post.poll.ends | minute }}{% endif %}</p>
`;

const GALLERY = `<div class="gallery">
{% for each in post.attachments %}<figure>
{% if not each.file %}<p class="context">{{ each.kind | capitalize }} that is not in the archive</p>
{% elif each.kind == "image" %}<a href="{{ ("/" + each.file) | url }}"><img class="u-photo" src="{{ ("/" + each.file) | url }}" alt="{{ each.alt }}"{% if each.width %} width="{{ each.width }}"{% endif %}{% if each.height %} height="{{ each.height }}"{% endif %} loading="lazy"></a>
{% elif each.kind == "video" %}<video class="u-video" controls preload="metadata" src="{{ ("/" + each.file) | url }}"{% if each.poster %} poster="{{ ("/" + each.poster) | url }}"{% endif %}{% if each.alt %} aria-label="{{ each.alt }}"{% endif %}>{% for track in each.captions %}<track kind="captions" src="{{ ("/" + track.file) | url }}"{% if track.language %} srclang="{{ track.language }}" label="{{ track.language }}"{% endif %}>{% endfor %}</video>
{% elif each.kind == "audio" %}<audio class="u-audio" controls preload="metadata" src="{{ ("/" + each.file) | url }}"{% if each.alt %} aria-label="{{ each.alt }}"{% endif %}></audio>
{% else %}<a href="{{ ("/" + each.file) | url }}" download>File</a>{% endif %}
{% if each.alt %}<figcaption>{{ each.alt }}</figcaption>{% endif %}
</figure>
{% endfor %}</div>
`;

const REFERENCE = `{% if to.page %}<a href="{{ ("/" + to.page) | url }}">{% if to.day %}the post of {{ to.day }}{% else %}an own post{% endif %}</a>{% elif to.url %}<a rel="nofollow noopener noreferrer" href="{{ to.url }}">{{ to.url }}</a>{% else %}a post that is not published here{% endif %}`;

const LINE = `{% macro line(each, url) %}<li>{% if each.data.undated %}<span>no date</span>{% else %}<time datetime="{{ each.date | day }}">{{ each.date | day }}</time>{% endif %}<a href="{{ url }}">{{ each.data.title }}</a></li>{% endmacro %}
`;

/** Layouts and parts by file name. */
export const INCLUDES: Readonly<Record<string, string>> = {
  "base.njk": BASE,
  "home.njk": HOME,
  "article.njk": ARTICLE,
  "post.njk": POST,
  "post-body.njk": BODY,
  "content-warning.njk": WARNING,
  "poll.njk": POLL,
  "gallery.njk": GALLERY,
  "reference.njk": REFERENCE,
  "line.njk": LINE,
};

const ALL = `---
layout: base.njk
title: All posts
pagination:
  data: collections["archive posts"]
  size: 100
  alias: shown
permalink: "posts/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
{% from "line.njk" import line %}
<h1>All posts</h1>
<ul class="list">
{% for each in shown %}{{ line(each, each.url | url) }}
{% endfor %}</ul>
<nav class="pages">{% if pagination.href.previous %}<a rel="prev" href="{{ pagination.href.previous | url }}">Newer</a>{% endif %} {% if pagination.href.next %}<a rel="next" href="{{ pagination.href.next | url }}">Older</a>{% endif %}</nav>
`;

const TAGS = `---
layout: base.njk
title: Tags
permalink: tags/index.html
---
<h1>Tags</h1>
<ul class="tags">{% for tag in collections["archive tags"] %}<li><a href="{{ ("/tags/" + tag.slug + "/") | url }}">#{{ tag.name }}</a> {{ tag.posts.length }}</li>{% endfor %}</ul>
`;

const TAG = `---
layout: base.njk
pagination:
  data: collections["archive tags"]
  size: 1
  alias: tag
permalink: "tags/{{ tag.slug }}/index.html"
eleventyComputed:
  title: "#{{ tag.name }}"
---
{% from "line.njk" import line %}
<h1>#{{ tag.name }}</h1>
<ul class="list">
{% for each in tag.posts %}{{ line(each, each.url | url) }}
{% endfor %}</ul>
`;

const REDIRECT = `---
pagination:
  data: collections["archive redirects"]
  size: 1
  alias: redirect
permalink: "{{ redirect.from }}index.html"
---
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Moved</title>
<link rel="canonical" href="{{ redirect.to | url }}"><meta http-equiv="refresh" content="0; url={{ redirect.to | url }}">
<p><a href="{{ redirect.to | url }}">Moved</a></p></html>
`;

const NOT_FOUND = `---
layout: base.njk
title: Not found
permalink: 404.html
---
<h1>Not found</h1>
<p>There is no such page here.</p>
`;

/** Pages by path. */
export const PAGES: Readonly<Record<string, string>> = {
  "all-posts.njk": ALL,
  "tags.njk": TAGS,
  "tag.njk": TAG,
  "redirects.njk": REDIRECT,
  "404.njk": NOT_FOUND,
};
