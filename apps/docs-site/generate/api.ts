import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { Application } from "typedoc";

// Writes the reference of the libraries from their sources, one page for each entry point.
const site = fileURLToPath(new URL("..", import.meta.url));
const packages = join(site, "../../packages");
const raw = join(site, "generate/.api");
const pages = join(site, "src/content/docs/reference/libraries");

rmSync(raw, { recursive: true, force: true });
rmSync(pages, { recursive: true, force: true });

interface Manifest {
  readonly description: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

const index: string[] = [];
for (const name of ["schema", "reader", "transform"]) {
  const folder = join(packages, name);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  index.push(`## @archive/${name}`, manifest.description);
  const entries = sourcesOf(manifest);
  // Some of these are the plugin's, and TypeDoc's own type does not know them.
  const options = {
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: entries.map(({ source }) => join(folder, source)),
    tsconfig: join(site, "generate/tsconfig.api.json"),
    // Types are checked where the packages are tested.
    skipErrorChecking: true,
    excludePrivate: true,
    excludeInternal: true,
    disableSources: true,
    readme: "none",
    router: "module",
    hideBreadcrumbs: true,
    hidePageHeader: true,
    hidePageTitle: true,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    logLevel: "Error" as const,
    out: join(raw, name),
  };
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (project === undefined) throw new Error(`TypeDoc could not read @archive/${name}.`);
  await app.generateOutputs(project);
  const slugs = new Map(entries.map(({ entry, source }) => [moduleOf(source), `${name}${entry.slice(1)}`]));
  const list: string[] = [];
  for (const file of readdirSync(join(raw, name), { recursive: true, encoding: "utf8" })) {
    // The types of the vocabulary are thousands, and have pages of their own.
    if (!file.endsWith(".md") || file.includes("namespaces")) continue;
    // A package of one entry point has it in the file that else lists them.
    if (file === "README.md" && entries.length > 1) continue;
    const slug =
      file === "README.md" ? name : slugFor(file.replace(/(?:[\\/]README)?\.md$/, ""), slugs, name);
    const text = readFileSync(join(raw, name, file), "utf8");
    write(slug, `@archive/${slug}`, linked(withoutCodes(text), file, slug, slugs, name));
    list.push(`- [\`@archive/${slug}\`](./${slug}/)`);
  }
  index.push(list.sort().join("\n"));
}
writeFileSync(
  join(dirname(pages), "libraries.md"),
  page(
    "libraries",
    "Libraries",
    "The three packages as libraries: every export of every entry point.",
    [
      "The command is a thin layer over three packages; everything it does can be reached from a program. Their READMEs say what each promises; these pages list every export, made from the sources.",
      "Every example is checked by the compiler and run by the tests. Where an example doesn't make them itself, `archive` is an archive that was opened, `library` an empty library, `selection` what `select` gave for that archive, and `write(path, content)` puts a file somewhere.",
      ...index,
    ].join("\n\n"),
  ),
);
rmSync(raw, { recursive: true, force: true });

interface Entry {
  readonly entry: string;
  readonly source: string;
}

function sourcesOf({ exports }: Manifest): readonly Entry[] {
  return Object.entries(exports).flatMap(([entry, target]) => {
    if (typeof target !== "object" || target === null || !("@archive/source" in target)) return [];
    return [{ entry, source: String(target["@archive/source"]) }];
  });
}

/** How TypeDoc names the module of a source: its path below the folder that all have in common. */
function moduleOf(source: string): string {
  return source.replace(/^\.\/src\//, "").replace(/\.tsx?$/, "");
}

function slugFor(file: string, slugs: ReadonlyMap<string, string>, name: string): string {
  const given = file.replaceAll("\\", "/");
  for (const [module, slug] of slugs) {
    if (given === module || `${given}/index` === module || given === module.replace(/\/index$/, ""))
      return slug;
  }
  return `${name}/${given}`;
}

/** TypeDoc writes every code of the registry out wherever one of them may stand. */
function withoutCodes(text: string): string {
  return text.replaceAll(/(?:`"[a-z0-9]+\/[a-z0-9-]+"`(?: \\?\| )?){20,}/g, (codes) =>
    codes.endsWith("| ") ? "`DiagnosticCode` \\| " : "`DiagnosticCode`",
  );
}

/** Links between files become links between pages. */
function linked(
  text: string,
  file: string,
  slug: string,
  slugs: ReadonlyMap<string, string>,
  name: string,
): string {
  return text.replaceAll(
    /\]\(([^)#\s]+)\.md(#[^)\s]*)?\)/g,
    (_, target: string, hash: string | undefined) => {
      const to = posix.join(posix.dirname(file.replaceAll("\\", "/")), target).replace(/\/README$/, "");
      if (to.includes("namespaces/")) return `](${posix.relative(`libraries/${slug}`, "vocabulary")}/)`;
      return `](${posix.relative(slug, slugFor(to, slugs, name)) || "."}/${hash ?? ""})`;
    },
  );
}

function write(slug: string, title: string, markdown: string): void {
  const path = join(pages, `${slug}.md`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page(`libraries/${slug}`, title, `Exports of ${title}.`, markdown));
}

function page(slug: string, title: string, description: string, markdown: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\nslug: reference/${slug}\neditUrl: false\n---\n\n${markdown}\n`;
}
