import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Parser } from "htmlparser2";

// Follows every link of the built site that stays on it, to its page and to the place on it; and proves that no page
// asks another host for anything. Prints what leads nowhere, and ends with 1 then.
const dist = process.env.DOCS_DIST ?? fileURLToPath(new URL("../dist", import.meta.url));
const base = (process.env.DOCS_BASE ?? "/").replace(/\/?$/, "/");
const HOST = "https://docs.invalid";

/** Elements whose addresses a browser fetches by itself. */
const FETCHED: Readonly<Record<string, readonly string[]>> = {
  audio: ["src"],
  iframe: ["src"],
  img: ["src"],
  link: ["href"],
  script: ["src"],
  source: ["src"],
  video: ["src", "poster"],
};

interface Page {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly { readonly to: string; readonly fetched: boolean }[];
}

const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".html"),
);
const pages = new Map<string, Page>();
for (const file of files) {
  const address = `${base}${file.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1")}`;
  pages.set(address, pageOf(readFileSync(join(dist, file), "utf8")));
}

const broken = new Map<string, string[]>();
let count = 0;
for (const [address, { links }] of pages) {
  for (const { to, fetched } of links) {
    count += 1;
    const fault = faultOf(to, address, fetched);
    if (fault !== null) broken.set(fault, [...(broken.get(fault) ?? []), address]);
  }
}
for (const [fault, on] of broken) {
  process.stderr.write(
    `${fault}\n  on ${on.slice(0, 3).join(", ")}${on.length > 3 ? ` and ${on.length - 3} more` : ""}\n`,
  );
}
process.stdout.write(`${pages.size} pages, ${count} links, ${broken.size} broken\n`);
process.exitCode = broken.size === 0 ? 0 : 1;

function faultOf(to: string, from: string, fetched: boolean): string | null {
  const url = URL.parse(to, HOST + from);
  if (url === null) return `No address: ${to}`;
  if (url.protocol === "data:" || url.protocol === "mailto:") return null;
  if (url.origin !== HOST) return fetched ? `Fetched from elsewhere: ${to}` : null;
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base)) return `Outside of the base path: ${to}`;
  const page = pages.get(path);
  if (page === undefined) {
    return existsSync(join(dist, path.slice(base.length))) && !path.endsWith("/")
      ? null
      : `Leads nowhere: ${to}`;
  }
  const place = decodeURIComponent(url.hash.slice(1));
  return place === "" || place === "_top" || page.ids.has(place)
    ? null
    : `No such place: ${url.pathname}${url.hash}`;
}

function pageOf(html: string): Page {
  const ids = new Set<string>();
  const links: { to: string; fetched: boolean }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes.id !== undefined) ids.add(attributes.id);
      if (name === "a" && attributes.href !== undefined) links.push({ to: attributes.href, fetched: false });
      for (const attribute of FETCHED[name] ?? []) {
        const to = attributes[attribute];
        // A canonical address is said, not fetched.
        if (to !== undefined && attributes.rel !== "canonical" && attributes.rel !== "sitemap")
          links.push({ to, fetched: true });
      }
    },
  });
  parser.end(html);
  return { ids, links };
}
