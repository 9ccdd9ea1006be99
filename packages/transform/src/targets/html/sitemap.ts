import { escapeHtml } from "../../content/escape-html.js";
import { publicPath } from "../../theme/paths.js";
import type { OutputFile } from "../target.js";

/** sitemaps.org allows 50 000 addresses a file. */
const LARGEST = 40_000;

/** Collects addresses for search engines, and writes a file whenever one is full. */
export class Sitemap {
  readonly #baseUrl: string;
  #entries: string[] = [];
  #files = 0;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** Adds a page; `changed` is ISO 8601. */
  *add(path: string, changed: string | null = null): Generator<OutputFile> {
    const modified = changed === null ? "" : `<lastmod>${escapeHtml(changed)}</lastmod>`;
    this.#entries.push(`<url><loc>${escapeHtml(this.#baseUrl + publicPath(path))}</loc>${modified}</url>`);
    if (this.#entries.length >= LARGEST) yield this.#flush();
  }

  /** The last file, and the index that names them all. */
  *end(): Generator<OutputFile> {
    if (this.#entries.length > 0) yield this.#flush();
    const files = Array.from({ length: this.#files }, (_, index) => this.#baseUrl + fileName(index + 1));
    const entries = files.map((url) => `<sitemap><loc>${escapeHtml(url)}</loc></sitemap>`);
    yield { path: "sitemap.xml", content: document("sitemapindex", entries) };
  }

  #flush(): OutputFile {
    this.#files += 1;
    const content = document("urlset", this.#entries);
    this.#entries = [];
    return { path: fileName(this.#files), content };
  }
}

function fileName(number: number): string {
  return `sitemap-${number}.xml`;
}

function document(name: string, entries: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${name}>`,
    "",
  ].join("\n");
}
