import { examplesOf } from "../vocabulary/examples.js";
import {
  allClasses,
  allPropertyNames,
  propertiesNamed,
  propertiesOf,
  subclassesOf,
} from "../vocabulary/lookup.js";
import { schemaId } from "../vocabulary/schema-address.js";
import { NAMESPACES } from "../vocabulary/tables.js";
import { type ClassTerm, DATATYPES, isDatatype, type PropertyTerm, type Term } from "../vocabulary/term.js";
import { block, facts, type ReferencePage, slugOf } from "./page.js";

/**
 * One page for each namespace, in the order of the tables, with a line for each of its terms.
 *
 * @example
 * ```ts
 * import { namespacePages } from "@archive/schema/reference";
 * for (const { slug, title, markdown } of namespacePages()) console.log(`${slug}.md`, `# ${title}\n\n${markdown}`);
 * namespacePages()[0]?.slug.startsWith("namespace/"); // true
 * ```
 */
export function namespacePages(): readonly ReferencePage[] {
  return NAMESPACES.map((namespace) => ({
    slug: `namespace/${slugOf(namespace.title)}`,
    title: namespace.title,
    description: `${namespace.terms.length} terms of ${namespace.iri}`,
    markdown: [
      `Prefix \`${namespace.prefix}:\`, namespace \`${namespace.iri}\`. [Specification](${namespace.link}).`,
      ...listed(
        "Classes",
        namespace.terms.filter((term) => term.kind === "class"),
      ),
      ...listed(
        "Properties",
        namespace.terms.filter((term) => term.kind === "property"),
      ),
      ...listed(
        "Values and shapes",
        namespace.terms.filter((term) => term.kind === "value" || term.kind === "shape"),
      ),
    ].join("\n\n"),
  }));
}

/**
 * One page for each class.
 *
 * @example
 * ```ts
 * import { classPages } from "@archive/schema/reference";
 * for (const { slug, title, markdown } of classPages()) console.log(`${slug}.md`, `# ${title}\n\n${markdown}`);
 * classPages()[0]?.slug.startsWith("class/"); // true
 * ```
 */
export function classPages(): readonly ReferencePage[] {
  return allClasses().map((term) => ({
    slug: `class/${slugOf(term.name)}`,
    title: term.name,
    description: term.description,
    markdown: [
      ...head(term),
      facts({
        IRI: `\`${term.iri}\``,
        Namespace: namespacesOf(term),
        Extends: term.extends.map(classLink),
        "Extended by": subclassesOf(term.name)
          .filter((each) => each.name !== term.name)
          .map((each) => classLink(each.name)),
        "Disjoint with": term.disjointWith?.map(classLink),
        Schemas: [schemaId("as2", term.name), schemaId("wild", term.name)].map((id) => `\`${id}\``),
      }),
      "## Properties",
      propertiesOf(term.name).map(propertyLine).join("\n"),
      ...examples(term),
    ].join("\n\n"),
  }));
}

/**
 * One page for each property: what every namespace that uses the key means by it.
 *
 * @example
 * ```ts
 * import { propertyPages } from "@archive/schema/reference";
 * for (const { slug, title, markdown } of propertyPages()) console.log(`${slug}.md`, `# ${title}\n\n${markdown}`);
 * propertyPages()[0]?.slug.startsWith("property/"); // true
 * ```
 */
export function propertyPages(): readonly ReferencePage[] {
  return allPropertyNames().map((name) => {
    const terms = propertiesNamed(name);
    return {
      slug: propertySlug(name),
      title: name,
      description: terms[0]?.description ?? "",
      markdown: terms.map(meaning).join("\n\n---\n\n"),
    };
  });
}

function meaning(term: PropertyTerm): string {
  return [
    ...head(term),
    facts({
      IRI: `\`${term.iri}\``,
      Namespace: namespacesOf(term),
      "Made for": term.domain.map(classLink),
      "May be": term.range.map((range) => (isDatatype(range) ? DATATYPES[range] : classLink(range))),
      "By language": term.map === undefined ? undefined : `\`${term.map}\``,
      Values: term.list === true ? "one ordered list" : term.functional ? "at most one" : "any number",
      Bounds: boundsOf(term),
    }),
  ].join("\n\n");
}

function head(term: Term): readonly string[] {
  return [
    `${term.description} [Source](${term.link}).`,
    ...(term.since === undefined ? [] : [`Since ${term.since}.`]),
    ...(term.deprecated === undefined ? [] : [`**Deprecated.** Use instead: ${term.deprecated}.`]),
    ...(term.kind === "property" && term.secret === true ? ["**Secret.** It must never be published."] : []),
  ];
}

function listed(title: string, terms: readonly Term[]): readonly string[] {
  if (terms.length === 0) return [];
  return [`## ${title}`, terms.map((term) => `- ${linkOf(term)}: ${term.description}`).join("\n")];
}

function propertyLine(term: PropertyTerm): string {
  return `- ${linkOf(term)}: ${term.description}`;
}

function linkOf(term: Term): string {
  if (term.kind === "class") return classLink(term.name);
  return term.kind === "property"
    ? `[\`${term.name}\`](../../${propertySlug(term.name)}/)`
    : `\`${term.name}\``;
}

/** A class has a page; a nested shape has none. */
function classLink(name: string): string {
  return CLASSES.has(name) ? `[\`${name}\`](../../class/${slugOf(name)}/)` : `\`${name}\``;
}

const CLASSES = new Set(allClasses().map((term) => term.name));

function namespacesOf(term: Term): readonly string[] {
  return NAMESPACES.filter((namespace) => namespace.terms.includes(term)).map(
    (namespace) => `[${namespace.title}](../../namespace/${slugOf(namespace.title)}/)`,
  );
}

function boundsOf({ minimum, maximum }: PropertyTerm): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined;
  return [
    minimum === undefined ? "" : `at least ${minimum}`,
    maximum === undefined ? "" : `at most ${maximum}`,
  ]
    .filter((each) => each !== "")
    .join(", ");
}

function examples(term: ClassTerm): readonly string[] {
  const found = examplesOf(term.name).map((example) => block("json", JSON.stringify(example, null, 2)));
  return found.length === 0 ? [] : ["## Example", ...found];
}

/** Keys that differ only in case have addresses that differ in more. */
const SLUGS: ReadonlyMap<string, string> = (() => {
  const slugs = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const name of allPropertyNames()) {
    const slug = slugOf(name);
    const times = (taken.get(slug) ?? 0) + 1;
    taken.set(slug, times);
    slugs.set(name, times === 1 ? `property/${slug}` : `property/${slug}-${times}`);
  }
  return slugs;
})();

function propertySlug(name: string): string {
  return SLUGS.get(name) ?? `property/${slugOf(name)}`;
}
