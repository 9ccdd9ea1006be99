import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { LiveSite } from "@archive/transform/html";
import type { SiteFiles, StoredFile } from "./site-files.js";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

const FEEDS: Readonly<Record<string, string>> = {
  "atom.xml": "application/atom+xml; charset=utf-8",
  "rss.xml": "application/rss+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
};

/** On every answer: nothing of it is kept, framed, guessed at or read by another site. */
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

/** What is served. */
export interface Served {
  readonly site: LiveSite;
  readonly files: SiteFiles;
  /** The names under which this server may be asked, with its port. */
  readonly hosts: ReadonlySet<string>;
}

/** Answers a request. */
export async function answer(
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (!isOwn(served, request)) return plain(response, 403, "This address is for this computer only.");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return plain(response, 405, "There is nothing to change here.");
  }
  const path = pathOf(request.url ?? "/");
  const media = path === null ? undefined : /^media\/([^/]+)$/.exec(path)?.[1];
  if (media !== undefined) {
    const file = served.files.media(media);
    if (file !== null) return sendFile(file, request, response);
  } else if (path !== null) {
    const text = await textAt(served, path);
    if (text !== null) return send(response, 200, path, text, request);
    const below = /(?:^|\/)[^./]+$/.test(path) ? await textAt(served, `${path}/index.html`) : null;
    if (below !== null) {
      response.setHeader("Location", `/${path.split("/").map(encodeURIComponent).join("/")}/`);
      return plain(response, 302, "");
    }
  }
  send(response, 404, "404.html", served.site.notFound, request);
}

/**
 * Whether a request comes from someone who typed this server's address. A page elsewhere can make its own name
 * point at this computer (DNS rebinding), or send requests here: neither may read an archive.
 */
function isOwn({ hosts }: Served, { headers }: IncomingMessage): boolean {
  if (headers.host === undefined || !hosts.has(headers.host.toLowerCase())) return false;
  if (headers["sec-fetch-site"] === "cross-site" && headers["sec-fetch-mode"] !== "navigate") return false;
  const { origin } = headers;
  return origin === undefined || [...hosts].some((host) => origin.toLowerCase() === `http://${host}`);
}

/** The path of the site that is asked for; `null` for what is no path. */
function pathOf(target: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? "");
  } catch {
    return null;
  }
  if (!path.startsWith("/") || path.includes("\0") || path.includes("\\")) return null;
  const parts = path.slice(1).split("/");
  if (parts.some((part) => part === "." || part === "..")) return null;
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}

async function textAt({ site, files }: Served, path: string): Promise<string | null> {
  const index = /^search\/([a-z]+\d*\.js)$/.exec(path)?.[1];
  return index === undefined ? site.file(path) : files.index(index, site);
}

function send(
  response: ServerResponse,
  status: number,
  path: string,
  text: string,
  request: IncomingMessage,
): void {
  const type =
    FEEDS[path.split("/").at(-1) ?? ""] ?? TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain; charset=utf-8";
  const bytes = Buffer.from(text, "utf8");
  response.writeHead(status, { "Content-Type": type, "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(text === "" ? undefined : `${text}\n`);
}

/** A file, or the part of it that a player asks for. */
async function sendFile(file: StoredFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await stat(file.path);
  response.setHeader("Content-Type", file.mediaType);
  response.setHeader("Accept-Ranges", "bytes");
  const range = rangeOf(request.headers.range, size);
  if (range === "none") {
    response.setHeader("Content-Range", `bytes */${size}`);
    return plain(response, 416, "");
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== null) response.setHeader("Content-Range", `bytes ${start}-${end}/${size}`);
  response.writeHead(range === null ? 200 : 206, { "Content-Length": Math.max(0, end - start + 1) });
  if (request.method === "HEAD" || size === 0) {
    response.end();
    return;
  }
  await pipeline(createReadStream(file.path, { start, end }), response);
}

/** One range of bytes, as players ask for it; anything else means the whole file. RFC 9110 §14. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | "none" | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? "none" : { start, end };
}
