import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { hostOf, webAddress } from "../../theme/addresses.js";
import { documentText } from "../../theme/markup.js";
import { type HostLinks, type LinksName, LinksPage } from "../../theme/pages/links.js";
import { linksPath } from "../../theme/paths.js";
import { pageAt, type Site } from "../../theme/site.js";
import type { OutputFile } from "../target.js";

/** Links on one page. */
const FULL = 1000;

/** Addresses of posts of others, in the archive's order; `null` when the collection is not there or not asked for. */
export function linksOf(
  selection: Selection,
  name: LinksName,
  run: RunOptions,
): AsyncIterable<string> | null {
  if (name === "boosts") return boostsOf(selection);
  const members = selection.collection(name, run);
  return members === null ? null : idsOf(members);
}

async function* idsOf(members: AsyncIterable<{ readonly id: string }>): AsyncGenerator<string> {
  for await (const { id } of members) yield id;
}

async function* boostsOf(selection: Selection): AsyncGenerator<string> {
  for await (const post of selection.posts("oldest", { kinds: ["boost"] })) {
    if (post.boostOf?.kind === "remote") yield post.boostOf.url;
  }
}

/** The pages of a collection of links, by server, the one with most links first. */
export async function* renderLinks(
  site: Site,
  name: LinksName,
  addresses: AsyncIterable<string>,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const byHost = new Map<string | null, Set<string>>();
  let total = 0;
  for await (const address of addresses) {
    run.signal?.throwIfAborted();
    const host = hostOf(address);
    const held = byHost.get(host) ?? new Set();
    byHost.set(host, held);
    if (held.has(address)) continue;
    held.add(address);
    total += 1;
  }
  const pages = pagesOf(byHost);
  for (const [index, hosts] of pages.entries()) {
    const page = pageAt(site, linksPath(name, index + 1));
    const turnTo = (part: number) =>
      part < 1 || part > pages.length
        ? null
        : {
            path: linksPath(name, part),
            text: part === 1 ? site.strings[name] : site.strings.continued(site.strings[name]),
          };
    const props = { page, name, total, hosts, part: index + 1 };
    yield {
      path: page.path,
      content: documentText(<LinksPage {...props} earlier={turnTo(index)} later={turnTo(index + 2)} />),
    };
  }
}

function pagesOf(byHost: ReadonlyMap<string | null, ReadonlySet<string>>): readonly (readonly HostLinks[])[] {
  const hosts = [...byHost].sort(([a, m], [b, n]) =>
    a === null ? 1 : b === null ? -1 : n.size - m.size || (a < b ? -1 : 1),
  );
  const pages: HostLinks[][] = [[]];
  let size = 0;
  for (const [host, addresses] of hosts) {
    const links = [...addresses].map(linkOf);
    for (let from = 0; from < links.length; ) {
      if (size >= FULL) {
        pages.push([]);
        size = 0;
      }
      const some = links.slice(from, from + FULL - size);
      pages.at(-1)?.push({ host, links: some });
      from += some.length;
      size += some.length;
    }
  }
  return pages;
}

/** What an address says without its server: the path tells who and when, as far as anything does. */
function linkOf(address: string): HostLinks["links"][number] {
  const href = webAddress(address);
  if (href === null) return { href: null, text: address };
  const { pathname, search } = new URL(href);
  return { href, text: readablePath(pathname + search) };
}

function readablePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
