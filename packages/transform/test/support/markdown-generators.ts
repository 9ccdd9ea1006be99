import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DefaultTreeAdapterMap, parse } from "parse5";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** A program that builds a site. */
export interface Generator {
  readonly name: string;
  readonly flavor: "hugo" | "jekyll" | "eleventy" | "astro" | "zola";
  readonly present: boolean;
  /** Builds a project into a folder and gives everything that was printed. */
  build(project: string, site: string): string;
}

function runs(command: string): boolean {
  return spawnSync(command, ["version"]).error === undefined;
}

function run(command: string, parameters: readonly string[], cwd: string): string {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    LANG: "C.UTF-8",
  };
  // A generator that runs under Node takes the settings of the test runner for its own.
  for (const name of ["NODE_ENV", "VITEST", "NODE_OPTIONS", "DEV", "PROD", "MODE", "BASE_URL"])
    delete env[name];
  const done = spawnSync(command, parameters, { cwd, env, encoding: "utf8", maxBuffer: 1 << 28 });
  const said = `${done.stdout}${done.stderr}`;
  if (done.status !== 0) throw new Error(`${command}: ${said}`);
  return said;
}

/** The folder of a package, if it is installed where `from` would look; a path in `variable` comes first. */
function packageFolder(name: string, from: string, variable: string): string | null {
  const given = process.env[variable];
  if (given !== undefined) return existsSync(given) ? given : null;
  const folder = join(dirname(fileURLToPath(import.meta.url)), from, "node_modules", name);
  return existsSync(folder) ? folder : null;
}

const docs = "../../../../apps/docs-site";
const astro = packageFolder("astro", docs, "ASTRO_PATH");
const eleventy = packageFolder("@11ty/eleventy", "../..", "ELEVENTY_PATH");
const hugo = process.env.HUGO_PATH ?? "hugo";
const zola = process.env.ZOLA_PATH ?? "zola";

/** The generators there are flavors for; those that are absent have `present: false`. */
export const GENERATORS: readonly Generator[] = [
  {
    name: "Hugo",
    flavor: "hugo",
    present: runs(hugo),
    build: (project, site) => run(hugo, ["--destination", site], project),
  },
  {
    name: "Jekyll",
    flavor: "jekyll",
    present: spawnSync("jekyll", ["--version"]).error === undefined,
    build: (project, site) => run("jekyll", ["build", "--destination", site], project),
  },
  {
    name: "Eleventy",
    flavor: "eleventy",
    present: eleventy !== null,
    build: (project, site) =>
      run(process.execPath, [join(eleventy ?? "", "cmd.cjs"), "--quiet", `--output=${site}`], project),
  },
  {
    name: "Astro",
    flavor: "astro",
    present: astro !== null,
    build(project, site) {
      const packages = join(project, "node_modules");
      mkdirSync(join(packages, "@astrojs"), { recursive: true });
      const home = createRequire(join(astro ?? "", "package.json"));
      symlinkSync(astro ?? "", join(packages, "astro"));
      symlinkSync(satteriOf(home), join(packages, "@astrojs", "markdown-satteri"));
      return run(
        process.execPath,
        [join(astro ?? "", "bin", "astro.mjs"), "build", "--outDir", site],
        project,
      );
    },
  },
  {
    name: "Zola",
    flavor: "zola",
    present: spawnSync(zola, ["--version"]).error === undefined,
    build: (project, site) => run(zola, ["build", "--force", "--output-dir", site], project),
  },
];

/** The folder of the Markdown processor that Astro itself uses. */
function satteriOf(astroRequire: NodeJS.Require): string {
  for (const folder of astroRequire.resolve.paths("@astrojs/markdown-satteri") ?? []) {
    const found = join(folder, "@astrojs", "markdown-satteri");
    if (existsSync(found)) return found;
  }
  throw new Error("Astro has no @astrojs/markdown-satteri");
}

/** What a built site shows of a post. */
export interface ShownPost {
  readonly words: string;
  readonly warning: string;
  /** Who it says wrote it; empty where it says nothing. */
  readonly author: string;
  readonly options: readonly string[];
  readonly captions: readonly string[];
}

/** What a built site holds. */
export interface BuiltSite {
  readonly posts: ReadonlyMap<string, ShownPost>;
  readonly scripts: number;
  /** Addresses in `src` that no file of the site has. */
  readonly broken: readonly string[];
  readonly images: number;
}

/** Reads a built site with an HTML parser. */
export function readSite(site: string): BuiltSite {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length));
  const known = new Set(files);
  const posts = new Map<string, ShownPost>();
  const broken: string[] = [];
  let scripts = 0;
  let images = 0;
  for (const file of files.filter((each) => each.endsWith(".html"))) {
    const elements = elementsOf(parse(readFileSync(join(site, file), "utf8")));
    // Zola's own pages that lead on from an old address have one.
    const leads = elements.some(
      (element) => element.tagName === "title" && /^Redirect/i.test(textOf(element)),
    );
    if (!leads) scripts += elements.filter(({ tagName }) => tagName === "script").length;
    for (const element of elements) {
      const source = attribute(element, "src");
      if (source === null) continue;
      images += 1;
      const path = decodeURIComponent(new URL(source, `https://example.org${file}`).pathname);
      if (!known.has(path)) broken.push(`${file}: ${source}`);
    }
    for (const post of elements.filter((element) => hasClass(element, "h-entry"))) {
      const inside = elementsOf(post);
      const textOfClass = (name: string): string[] =>
        inside.filter((element) => hasClass(element, name)).map(textOf);
      posts.set(attribute(post, "id") ?? "", {
        words: textOfClass("e-content").join(""),
        warning: textOfClass("p-summary").join(""),
        author: textOfClass("p-author").join(""),
        options: inside
          .filter((element) => hasClass(element, "name"))
          .map((element) => textOf(element.childNodes[0])),
        captions: inside.filter(({ tagName }) => tagName === "figcaption").map(textOf),
      });
    }
  }
  return { posts, scripts, broken, images };
}

function elementsOf(node: Node): Element[] {
  const found: Element[] = [];
  const visit = (each: Node): void => {
    if ("tagName" in each) found.push(each);
    if ("childNodes" in each) for (const child of each.childNodes) visit(child);
  };
  visit(node);
  return found;
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

function hasClass(element: Element, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/).includes(name);
}

function textOf(node: Node | undefined): string {
  if (node === undefined) return "";
  if (node.nodeName === "#text" && "value" in node) return node.value.replace(/\s+/g, "");
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
