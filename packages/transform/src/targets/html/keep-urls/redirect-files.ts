import { publicPath } from "../../../theme/paths.js";
import type { OutputFile } from "../../target.js";
import { addressPath } from "./kept-path.js";

/** An old page and the page of this site that it became, both as paths. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** What the rules are made of; it can be asked for again, for each kind of server. */
export interface RedirectParts {
  readonly redirects: () => AsyncIterable<Redirect>;
  /** Where the site will stand below its host, with slashes at both ends. */
  readonly root: string;
  /** Folders that hold an AS2 document, for hosts whose rules can't look at what a request accepts. */
  readonly documents: () => AsyncIterable<string>;
}

const ACCEPTS = "application/(?:activity|ld)\\+json";
/** Rules that Cloudflare Pages takes; Netlify takes more. */
const MOST_RULES = 1900;

/**
 * Rules for the servers people use. None of them is needed for old pages to lead on, for a page lies at each;
 * they make that a proper redirect, and give programs the documents in the type they ask for.
 */
export function redirectFiles(parts: RedirectParts): readonly OutputFile[] {
  return [
    { path: "_redirects", content: encoded(netlify(parts)) },
    { path: "_headers", content: HEADERS },
    { path: "redirects/nginx.conf", content: encoded(nginx(parts)) },
    { path: "redirects/Caddyfile", content: encoded(caddy(parts)) },
    { path: "redirects/apache.htaccess", content: encoded(apache(parts)) },
    { path: "redirects/apache-map.txt", content: encoded(apacheMap(parts)) },
  ];
}

const HEADERS = `/*/index.json
  Content-Type: application/activity+json; charset=utf-8
  Access-Control-Allow-Origin: *
/.well-known/webfinger
  Content-Type: application/jrd+json; charset=utf-8
  Access-Control-Allow-Origin: *
`;

async function* netlify({ redirects, documents, root }: RedirectParts): AsyncGenerator<string> {
  yield "# Netlify and Cloudflare Pages. Rules beyond their limit are left out: a page at each old address leads on.\n";
  let rules = 0;
  for await (const folder of documents()) {
    if (rules >= MOST_RULES / 2) break;
    rules += 1;
    yield `${addressPath(folder)} ${addressPath(`${folder}/index.json`)} 200\n`;
  }
  for await (const { from, to } of redirects()) {
    if (rules >= MOST_RULES) break;
    rules += 1;
    yield `${addressPath(from)} ${target(root, to)} 301\n`;
  }
}

async function* nginx({ redirects, root }: RedirectParts): AsyncGenerator<string> {
  yield `# Include this in the http block, and put into the server block:
#   location / {
#     default_type application/octet-stream;
#     error_page 418 = @as2;
#     if ($archive_as2) { return 418; }
#     if ($archive_moved) { return 301 $archive_moved; }
#     try_files $uri $uri/index.html =404;
#   }
#   location @as2 { default_type application/activity+json; types { } add_header Vary Accept; try_files $uri/index.json $uri/index.html =404; }
#   location = /.well-known/webfinger { default_type application/jrd+json; types { } add_header Access-Control-Allow-Origin *; }
map_hash_max_size 262144;
map_hash_bucket_size 512;
map $http_accept $archive_as2 {
  default 0;
  "~${ACCEPTS}" 1;
}
map $uri $archive_moved {
  default "";
`;
  for await (const { from, to } of redirects()) {
    // What nginx compares is decoded; a dollar sign begins a variable, and no kept path holds one.
    yield `  "/${from}" "${target(root, to)}";\n`;
  }
  yield "}\n";
}

async function* caddy({ redirects, root }: RedirectParts): AsyncGenerator<string> {
  yield `# Import this inside the site's block, before file_server.
header /.well-known/webfinger Content-Type application/jrd+json
header /.well-known/webfinger Access-Control-Allow-Origin *
map {path} {archive_moved} {
  default none
`;
  for await (const { from, to } of redirects()) yield `  "/${from}" "${target(root, to)}"\n`;
  // Only inside a route does Caddy keep to the order of what stands there.
  yield `}
route {
  @archive_as2 {
    header_regexp Accept ${ACCEPTS}
    file {path}/index.json
  }
  handle @archive_as2 {
    header Content-Type application/activity+json
    header Vary Accept
    rewrite * {path}/index.json
    file_server
  }
  @archive_moved not vars {archive_moved} none
  redir @archive_moved {archive_moved} permanent
}
`;
}

async function* apache({ root }: RedirectParts): AsyncGenerator<string> {
  yield `# Rename this to .htaccess in the folder of the site. For redirects instead of pages that lead on, put into the
# server's configuration (not into .htaccess):
#   RewriteEngine On
#   RewriteMap archive_moved "txt:/path/to/redirects/apache-map.txt"
#   RewriteCond %{HTTP_ACCEPT} !${ACCEPTS}
#   RewriteCond \${archive_moved:%{REQUEST_URI}} (.+)
#   RewriteRule ^ %1 [R=301,L]
AddType application/activity+json .json
<IfModule mod_rewrite.c>
RewriteEngine On
RewriteBase ${root}
RewriteCond %{HTTP_ACCEPT} ${ACCEPTS}
RewriteCond %{REQUEST_FILENAME}/index.json -f
RewriteRule ^(.+?)/?$ $1/index.json [L]
</IfModule>
# Else the name of a folder is answered with the same and a slash, whatever the rule above says.
<IfModule mod_dir.c>
<If "%{HTTP_ACCEPT} =~ m#${ACCEPTS}#">
DirectorySlash Off
</If>
</IfModule>
<Files "webfinger">
ForceType application/jrd+json
</Files>
<IfModule mod_headers.c>
Header set Access-Control-Allow-Origin "*"
Header append Vary Accept
</IfModule>
`;
}

async function* apacheMap({ redirects, root }: RedirectParts): AsyncGenerator<string> {
  for await (const { from, to } of redirects()) yield `/${from} ${target(root, to)}\n`;
}

function target(root: string, path: string): string {
  // To nginx and Apache a dollar sign begins a variable.
  return (root + publicPath(path)).replaceAll("$", "%24");
}

/** Bytes in pieces of some size: the sink is asked less often. */
async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = "";
  for await (const line of lines) {
    text += line;
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}
