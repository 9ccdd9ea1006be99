import { POST_BREAK } from "../../render-article.js";
import { CONTENT_POLICY } from "../policy.js";

const BASE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="referrer" content="no-referrer">
<title>{{ if .IsHome }}{{ site.Title }}{{ else }}{{ .Title }} · {{ site.Title }}{{ end }}</title>
{{ with .Summary }}<meta name="description" content="{{ . | plainify }}">{{ end }}
<link rel="stylesheet" href="{{ "assets/style.css" | relURL }}">
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .RelPermalink }}">{{ end }}
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header><strong><a href="{{ "" | relURL }}">{{ site.Title }}</a></strong> <a href="{{ "posts/" | relURL }}">All posts</a> <a href="{{ "tags/" | relURL }}">Tags</a></header>
<main id="main">
{{ block "main" . }}{{ end }}
</main>
<footer>Made from an archive of {{ site.Title }}.</footer>
</body>
</html>
`;

const SINGLE = `{{ define "main" }}{{ partial "article.html" . }}{{ end }}\n`;

const HOME = `{{ define "main" }}
<div class="profile h-card">
{{ with .Params.avatar }}<img class="u-photo" src="{{ . | relURL }}" alt="">{{ end }}
<div>
<h1 class="p-name">{{ site.Title }}</h1>
{{ with .Params.handle }}<p>{{ with $.Params.profile_url }}<a class="u-url" rel="me" href="{{ . }}">{{ $.Params.handle }}</a>{{ else }}{{ . }}{{ end }}</p>{{ end }}
{{ .Content }}
</div>
</div>
{{ partial "list.html" (dict "page" . "pages" (where site.RegularPages "Section" "posts")) }}
{{ end }}
`;

const LIST = `{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ .Content }}
{{ partial "list.html" (dict "page" . "pages" .RegularPagesRecursive) }}
{{ end }}
`;

const TERM = `{{ define "main" }}
<h1>{{ if eq .Data.Plural "tags" }}#{{ end }}{{ .Title }}</h1>
{{ partial "list.html" (dict "page" . "pages" .Pages) }}
{{ end }}
`;

const TAXONOMY = `{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul class="tags">{{ range .Pages.ByTitle }}<li><a href="{{ .RelPermalink }}">{{ if eq $.Data.Plural "tags" }}#{{ end }}{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>
{{ end }}
`;

const NOT_FOUND = `{{ define "main" }}<h1>Not found</h1><p>There is no such page here.</p>{{ end }}\n`;

/** Templates by the name Hugo knew them by before 0.146, and by the name since. */
export const TEMPLATES: readonly (readonly [old: string, recent: string, content: string])[] = [
  ["_default/baseof.html", "baseof.html", BASE],
  ["_default/single.html", "page.html", SINGLE],
  ["_default/list.html", "section.html", LIST],
  ["_default/taxonomy.html", "term.html", TERM],
  ["_default/terms.html", "taxonomy.html", TAXONOMY],
  ["index.html", "home.html", HOME],
  ["404.html", "404.html", NOT_FOUND],
];

const ARTICLE = `{{- $page := . -}}
{{- $texts := split (string .Content) \`${POST_BREAK}\` -}}
<article>
<h1{{ if .Params.made_title }} class="made"{{ end }}>{{ .Title }}</h1>
{{ with .Params.posts }}
{{ range $at, $post := . }}
{{ partial "post.html" (dict "post" $post "text" (cond (lt $at (len $texts)) (index $texts $at) "")) }}
{{ end }}
{{ else }}{{ .Content }}{{ end }}
{{ with .GetTerms "tags" }}<ul class="tags" aria-label="Tags">{{ range . }}<li><a class="p-category" rel="tag" href="{{ .RelPermalink }}">#{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
</article>
`;

const POST = `{{- $post := .post -}}
<section class="post h-entry{{ if $post.depth }} branch{{ end }}" id="{{ $post.name }}">
{{ with $post.title }}<h2 class="p-name">{{ . }}</h2>{{ end }}
{{ if not $post.follows }}{{ with $post.in_reply_to }}<p class="context">In reply to {{ partial "reference.html" . }}</p>{{ end }}{{ end }}
{{ with $post.boost_of }}<p class="context">Boosted {{ partial "reference.html" . }}</p>{{ end }}
{{ if $post.content_warning }}
{{ partial "content-warning.html" . }}
{{ else }}
{{ partial "post-body.html" . }}
{{ end }}
<footer>{{ with $post.author }}<span class="p-author">{{ . }}</span>{{ if $post.date }} · {{ end }}{{ end }}{{ with $post.date }}<time class="dt-published" datetime="{{ . }}">{{ replace (substr . 0 16) "T" " " }}</time>{{ end }}{{ with $post.updated }} · edited <time class="dt-updated" datetime="{{ . }}">{{ replace (substr . 0 16) "T" " " }}</time>{{ end }}{{ with $post.source_url }} · <a class="u-url" rel="nofollow noopener noreferrer" href="{{ . }}">original</a>{{ end }}</footer>
</section>
`;

const BODY = `{{- $post := .post -}}
{{ with .text }}<div class="e-content"{{ with $post.language }} lang="{{ . }}"{{ end }}{{ with $post.direction }} dir="{{ . }}"{{ end }}>{{ . | safeHTML }}</div>{{ end }}
{{ with $post.poll }}{{ partial "poll.html" . }}{{ end }}
{{ with $post.attachments }}{{ partial "gallery.html" . }}{{ end }}
{{ with $post.quote }}<blockquote class="quote">Quotes {{ partial "reference.html" . }}</blockquote>{{ end }}
`;

const WARNING = `<details class="warning">
<summary>Content warning: <span class="p-summary">{{ .post.content_warning }}</span></summary>
{{ partial "post-body.html" . }}
</details>
`;

const POLL = `<ul class="poll">
{{ range .options }}<li{{ if .most }} class="most"{{ end }}><span class="name"><span>{{ .name }}</span>{{ if isset . "votes" }}<span>{{ .votes }}{{ if isset . "share" }} · {{ .share }} %{{ end }}</span>{{ end }}</span>{{ if isset . "share" }}<progress max="100" value="{{ .share }}"></progress>{{ end }}</li>
{{ end }}</ul>
<p class="context">{{ if .multiple }}Several answers{{ else }}One answer{{ end }}{{ with .voters }} · {{ . }} people{{ end }}{{ with .ends }} · {{ if $.closed }}ended{{ else }}ends{{ end }} {{ replace (substr . 0 16) "T" " " }}{{ end }}</p>
`;

const GALLERY = `<div class="gallery">
{{ range . }}<figure>
{{ if not .file }}<p class="context">{{ .kind | title }} that is not in the archive</p>
{{ else if eq .kind "image" }}<a href="{{ .file | relURL }}"><img class="u-photo" src="{{ .file | relURL }}" alt="{{ .alt }}"{{ with .width }} width="{{ . }}"{{ end }}{{ with .height }} height="{{ . }}"{{ end }} loading="lazy"></a>
{{ else if eq .kind "video" }}<video class="u-video" controls preload="metadata" src="{{ .file | relURL }}"{{ with .poster }} poster="{{ . | relURL }}"{{ end }}{{ with .alt }} aria-label="{{ . }}"{{ end }}>{{ range .captions }}<track kind="captions" src="{{ .file | relURL }}"{{ with .language }} srclang="{{ . }}" label="{{ . }}"{{ end }}>{{ end }}</video>
{{ else if eq .kind "audio" }}<audio class="u-audio" controls preload="metadata" src="{{ .file | relURL }}"{{ with .alt }} aria-label="{{ . }}"{{ end }}></audio>
{{ else }}<a href="{{ .file | relURL }}" download>File</a>{{ end }}
{{ with .alt }}<figcaption>{{ . }}</figcaption>{{ end }}
</figure>
{{ end }}</div>
`;

const REFERENCE = `{{- if .page -}}<a href="{{ .page | relURL }}">{{ with .day }}the post of {{ . }}{{ else }}an own post{{ end }}</a>
{{- else if .url -}}<a rel="nofollow noopener noreferrer" href="{{ .url }}">{{ .url }}</a>
{{- else -}}a post that is not published here{{- end -}}
`;

const PAGES = `{{- $pages := .page.Paginate .pages.ByDate.Reverse 50 -}}
<ul class="list">
{{ range $pages.Pages }}<li>{{ if .Params.undated }}<span>no date</span>{{ else }}<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>{{ end }}<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
{{ if gt $pages.TotalPages 1 }}<nav class="pages">{{ with $pages.Prev }}<a rel="prev" href="{{ .URL }}">Newer</a>{{ end }} <span>{{ $pages.PageNumber }} of {{ $pages.TotalPages }}</span> {{ with $pages.Next }}<a rel="next" href="{{ .URL }}">Older</a>{{ end }}</nav>{{ end }}
`;

/** Parts that a person would change first, each in a file of its own; all versions of Hugo find them here. */
export const PARTIALS: Readonly<Record<string, string>> = {
  "article.html": ARTICLE,
  "post.html": POST,
  "post-body.html": BODY,
  "content-warning.html": WARNING,
  "poll.html": POLL,
  "gallery.html": GALLERY,
  "reference.html": REFERENCE,
  "list.html": PAGES,
};
