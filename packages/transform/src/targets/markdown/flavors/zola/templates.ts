import { POST_BREAK } from "../../render-article.js";
import { CONTENT_POLICY } from "../policy.js";

const BASE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="referrer" content="no-referrer">
<title>{% block title %}{{ config.title }}{% endblock title %}</title>
{% block description %}{% endblock description %}
<link rel="stylesheet" href="{{ config.base_url | safe }}/assets/style.css">
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header><strong><a href="{{ config.base_url | safe }}/">{{ config.title }}</a></strong> <a href="{{ config.base_url | safe }}/posts/">All posts</a> <a href="{{ config.base_url | safe }}/tags/">Tags</a></header>
<main id="main">
{% block main %}{% endblock main %}
</main>
<footer>Made from an archive of {{ config.title }}.</footer>
</body>
</html>
`;

const INDEX = `{% extends "base.html" %}
{% import "macros/list.html" as list %}
{% block main %}
<div class="profile h-card">
{% if section.extra.avatar %}<img class="u-photo" src="{{ config.base_url | safe }}/{{ section.extra.avatar }}" alt="">{% endif %}
<div>
<h1 class="p-name">{{ config.title }}</h1>
{% if section.extra.handle %}<p>{% if section.extra.profile_url %}<a class="u-url" rel="me" href="{{ section.extra.profile_url }}">{{ section.extra.handle }}</a>{% else %}{{ section.extra.handle }}{% endif %}</p>{% endif %}
{{ section.content | safe }}
</div>
</div>
{% set posts = get_section(path="posts/_index.md") %}
{{ list::pages(pages=posts.pages | slice(end=50)) }}
<p><a href="{{ config.base_url | safe }}/posts/">All posts</a></p>
{% endblock main %}
`;

const SECTION = `{% extends "base.html" %}
{% import "macros/list.html" as list %}
{% block title %}{{ section.title }} · {{ config.title }}{% endblock title %}
{% block main %}
<h1>{{ section.title }}</h1>
{{ section.content | safe }}
{% if paginator %}{{ list::pages(pages=paginator.pages) }}
<nav class="pages">{% if paginator.previous %}<a rel="prev" href="{{ paginator.previous | safe }}">Newer</a>{% endif %} <span>{{ paginator.current_index }} of {{ paginator.number_pagers }}</span> {% if paginator.next %}<a rel="next" href="{{ paginator.next | safe }}">Older</a>{% endif %}</nav>
{% else %}{{ list::pages(pages=section.pages) }}{% endif %}
{% endblock main %}
`;

const PAGE = `{% extends "base.html" %}
{% import "macros/post.html" as post %}
{% block title %}{{ page.title }} · {{ config.title }}{% endblock title %}
{% block description %}{% if page.description %}<meta name="description" content="{{ page.description }}">{% endif %}{% endblock description %}
{% block main %}
{% set texts = page.content | split(pat='${POST_BREAK}') %}
<article>
<h1{% if page.extra.made_title %} class="made"{% endif %}>{{ page.title }}</h1>
{% if page.extra.posts %}{% for each in page.extra.posts %}{% set at = loop.index0 %}{% if at < texts | length %}{% set text = texts | nth(n=at) %}{% else %}{% set text = "" %}{% endif %}{{ post::post(post=each, text=text) }}
{% endfor %}{% else %}{{ page.content | safe }}{% endif %}
{% if page.taxonomies.tags %}<ul class="tags" aria-label="Tags">{% for tag in page.taxonomies.tags %}<li><a class="p-category" rel="tag" href="{{ get_taxonomy_url(kind="tags", name=tag) | safe }}">#{{ tag }}</a></li>{% endfor %}</ul>{% endif %}
</article>
{% endblock main %}
`;

const TAGS = `{% extends "base.html" %}
{% block title %}Tags · {{ config.title }}{% endblock title %}
{% block main %}
<h1>Tags</h1>
<ul class="tags">{% for term in terms %}<li><a href="{{ term.permalink | safe }}">#{{ term.name }}</a> {{ term.pages | length }}</li>{% endfor %}</ul>
{% endblock main %}
`;

const TAG = `{% extends "base.html" %}
{% import "macros/list.html" as list %}
{% block title %}#{{ term.name }} · {{ config.title }}{% endblock title %}
{% block main %}
<h1>#{{ term.name }}</h1>
{{ list::pages(pages=term.pages) }}
{% endblock main %}
`;

const NOT_FOUND = `{% extends "base.html" %}
{% block main %}<h1>Not found</h1>
<p>There is no such page here.</p>{% endblock main %}
`;

/** Templates by file name. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  "base.html": BASE,
  "index.html": INDEX,
  "section.html": SECTION,
  "page.html": PAGE,
  "tags/list.html": TAGS,
  "tags/single.html": TAG,
  "404.html": NOT_FOUND,
};

const POST = `{% import "macros/poll.html" as polls %}
{% import "macros/gallery.html" as galleries %}
{% import "macros/reference.html" as references %}
{% macro post(post, text) %}<section class="post h-entry{% if post.depth %} branch{% endif %}" id="{{ post.name }}">
{% if post.title %}<h2 class="p-name">{{ post.title }}</h2>{% endif %}
{% if post.in_reply_to and not post.follows %}<p class="context">In reply to {{ references::reference(to=post.in_reply_to) }}</p>{% endif %}
{% if post.boost_of %}<p class="context">Boosted {{ references::reference(to=post.boost_of) }}</p>{% endif %}
{% if post.content_warning %}{{ self::content_warning(post=post, text=text) }}{% else %}{{ self::body(post=post, text=text) }}{% endif %}
<footer>{% if post.author %}<span class="p-author">{{ post.author }}</span>{% if post.date %} · {% endif %}{% endif %}{% if post.date %}<time class="dt-published" datetime="{{ post.date }}">{{ post.date | truncate(length=16, end="") | replace(from="T", to=" ") }}</time>{% endif %}{% if post.updated %} · edited <time class="dt-updated" datetime="{{ post.updated }}">{{ post.updated | truncate(length=16, end="") | replace(from="T", to=" ") }}</time>{% endif %}{% if post.source_url %} · <a class="u-url" rel="nofollow noopener noreferrer" href="{{ post.source_url }}">original</a>{% endif %}</footer>
</section>{% endmacro post %}

{% macro body(post, text) %}{% if text | trim %}<div class="e-content"{% if post.language %} lang="{{ post.language }}"{% endif %}{% if post.direction %} dir="{{ post.direction }}"{% endif %}>{{ text | safe }}</div>{% endif %}
{% if post.poll %}{{ polls::poll(poll=post.poll) }}{% endif %}
{% if post.attachments %}{{ galleries::gallery(attachments=post.attachments) }}{% endif %}
{% if post.quote %}<blockquote class="quote">Quotes {{ references::reference(to=post.quote) }}</blockquote>{% endif %}{% endmacro body %}

{% macro content_warning(post, text) %}<details class="warning">
<summary>Content warning: <span class="p-summary">{{ post.content_warning }}</span></summary>
{{ self::body(post=post, text=text) }}
</details>{% endmacro content_warning %}
`;

const POLL = `{% macro poll(poll) %}<ul class="poll">
{% for option in poll.options %}<li{% if option.most %} class="most"{% endif %}><span class="name"><span>{{ option.name }}</span>{% if option.votes is defined %}<span>{{ option.votes }}{% if option.share is defined %} · {{ option.share }} %{% endif %}</span>{% endif %}</span>{% if option.share is defined %}<progress max="100" value="{{ option.share }}"></progress>{% endif %}</li>
{% endfor %}</ul>
<p class="context">{% if poll.multiple %}Several answers{% else %}One answer{% endif %}{% if poll.voters %} · {{ poll.voters }} people{% endif %}{% if poll.ends %} · {% if poll.closed %}ended{% else %}ends{% endif %} {{ poll.ends | truncate(length=16, end="") | replace(from="T", to=" ") }}{% endif %}</p>{% endmacro poll %}
`;

const GALLERY = `{% macro gallery(attachments) %}<div class="gallery">
{% for each in attachments %}<figure>
{% if each.file %}{% set file = config.base_url ~ "/" ~ each.file %}
{% if each.kind == "image" %}<a href="{{ file | safe }}"><img class="u-photo" src="{{ file | safe }}" alt="{% if each.alt %}{{ each.alt }}{% endif %}"{% if each.width %} width="{{ each.width }}"{% endif %}{% if each.height %} height="{{ each.height }}"{% endif %} loading="lazy"></a>
{% elif each.kind == "video" %}<video class="u-video" controls preload="metadata" src="{{ file | safe }}"{% if each.poster %} poster="{{ config.base_url | safe }}/{{ each.poster }}"{% endif %}{% if each.alt %} aria-label="{{ each.alt }}"{% endif %}>{% if each.captions %}{% for track in each.captions %}<track kind="captions" src="{{ config.base_url | safe }}/{{ track.file }}"{% if track.language %} srclang="{{ track.language }}" label="{{ track.language }}"{% endif %}>{% endfor %}{% endif %}</video>
{% elif each.kind == "audio" %}<audio class="u-audio" controls preload="metadata" src="{{ file | safe }}"{% if each.alt %} aria-label="{{ each.alt }}"{% endif %}></audio>
{% else %}<a href="{{ file | safe }}" download>File</a>{% endif %}
{% else %}<p class="context">{{ each.kind | capitalize }} that is not in the archive</p>{% endif %}
{% if each.alt %}<figcaption>{{ each.alt }}</figcaption>{% endif %}
</figure>
{% endfor %}</div>{% endmacro gallery %}
`;

const REFERENCE = `{% macro reference(to) %}{% if to.page %}<a href="{{ config.base_url | safe }}/{{ to.page }}">{% if to.day %}the post of {{ to.day }}{% else %}an own post{% endif %}</a>{% elif to.url %}<a rel="nofollow noopener noreferrer" href="{{ to.url }}">{{ to.url }}</a>{% else %}a post that is not published here{% endif %}{% endmacro reference %}
`;

const LIST = `{% macro pages(pages) %}<ul class="list">
{% for each in pages %}<li>{% if each.date %}<time datetime="{{ each.date | date(format="%Y-%m-%d") }}">{{ each.date | date(format="%Y-%m-%d") }}</time>{% else %}<span>no date</span>{% endif %}<a href="{{ each.permalink | safe }}">{{ each.title }}</a></li>
{% endfor %}</ul>{% endmacro pages %}
`;

/** Parts that a person would change first, by file name. */
export const MACROS: Readonly<Record<string, string>> = {
  "post.html": POST,
  "poll.html": POLL,
  "gallery.html": GALLERY,
  "reference.html": REFERENCE,
  "list.html": LIST,
};
