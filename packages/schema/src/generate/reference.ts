import { examplesOf } from "../vocabulary/examples.js";
import { propertiesOf, subclassesOf } from "../vocabulary/lookup.js";
import { NAMESPACES } from "../vocabulary/tables.js";
import type { ClassTerm, Namespace, PropertyTerm, Term } from "../vocabulary/term.js";
import { schemaId } from "./json-schema.js";

/** A page of the vocabulary's reference: Markdown without a title, which is given apart. */
export interface ReferencePage {
  /** The page's address within the reference; it stays the same. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

/** One page for each namespace, in the order of the tables. */
export function referencePages(): readonly ReferencePage[] {
  return NAMESPACES.map((namespace) => ({
    slug: slugOf(namespace.title),
    title: namespace.title,
    description: `${namespace.terms.length} terms of ${namespace.iri}`,
    markdown: [
      `Prefix \`${namespace.prefix}:\`, namespace \`${namespace.iri}\`. [Specification](${namespace.link}).`,
      ...sections(namespace),
    ].join("\n\n"),
  }));
}

function sections(namespace: Namespace): readonly string[] {
  const classes = namespace.terms.filter((term) => term.kind === "class");
  const properties = namespace.terms.filter((term) => term.kind === "property");
  const others = namespace.terms.filter((term) => term.kind === "value" || term.kind === "shape");
  return [
    ...(classes.length > 0 ? ["## Classes", ...classes.map(classSection)] : []),
    ...(properties.length > 0 ? ["## Properties", ...properties.map(propertySection)] : []),
    ...(others.length > 0 ? ["## Values and shapes", ...others.map((term) => head(term))] : []),
  ];
}

function classSection(term: ClassTerm): string {
  const below = subclassesOf(term.name).filter((each) => each.name !== term.name);
  return [
    head(term),
    [
      ...facts({
        IRI: term.iri,
        Extends: term.extends,
        "Extended by": below.map((each) => each.name),
        "Disjoint with": term.disjointWith,
        Properties: propertiesOf(term.name).map((each) => each.name),
        Schemas: [schemaId("as2", term.name), schemaId("wild", term.name)],
      }),
    ].join("\n"),
    ...examplesOf(term.name).map((example) => `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``),
  ].join("\n\n");
}

function propertySection(term: PropertyTerm): string {
  return [
    head(term),
    facts({
      IRI: term.iri,
      "Made for": term.domain,
      "May be": term.range,
      "Natural-language map": term.map,
      Values: term.list === true ? "one ordered list" : term.functional ? "at most one" : "any number",
    }).join("\n"),
  ].join("\n\n");
}

function head(term: Term): string {
  return [
    `### \`${term.name}\``,
    `${term.description} [Source](${term.link}).`,
    ...(term.since === undefined ? [] : [`Since ${term.since}.`]),
    ...(term.deprecated === undefined ? [] : [`**Deprecated.** Use instead: ${term.deprecated}.`]),
    ...(term.kind === "property" && term.secret === true ? ["**Secret.** It must never be published."] : []),
  ].join("\n\n");
}

function facts(values: Readonly<Record<string, string | readonly string[] | undefined>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value.length === 0) return [];
    const text =
      name === "Values"
        ? value
        : (typeof value === "string" ? [value] : value).map((each) => `\`${each}\``).join(", ");
    return [`- ${name}: ${text}`];
  });
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
