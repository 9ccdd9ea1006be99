import type { ClassTerm, Namespace, PropertyTerm, Range, ShapeTerm, Term, ValueTerm } from "./term.js";

/** The head of a namespace: everything but its terms. */
export interface NamespaceHead {
  readonly prefix: string;
  readonly iri: string;
  readonly title: string;
  readonly link: string;
  /** Makes the link of a single term; without it, terms link to the namespace's page. */
  readonly linkTo?: (name: string) => string;
}

type Names = string | readonly string[];
type Common = {
  readonly iri?: string;
  readonly link?: string;
  readonly since?: string;
  readonly deprecated?: string;
};
type PropertyDetails = Common &
  Partial<Pick<PropertyTerm, "map" | "list" | "minimum" | "maximum" | "secret">>;
type DefineProperty = (
  name: string,
  domain: Names,
  range: Range | readonly Range[],
  description: string,
  more?: PropertyDetails,
) => PropertyTerm;

/** The functions that write one row of a namespace's table each. */
export interface TermWriter {
  /** A class: a value of `type`. */
  readonly type: (
    name: string,
    above: Names,
    description: string,
    more?: Common & Pick<ClassTerm, "disjointWith">,
  ) => ClassTerm;
  /** A functional property: at most one value. */
  readonly one: DefineProperty;
  /** A property that may have several values. */
  readonly many: DefineProperty;
  readonly value: (name: string, description: string, more?: Common) => ValueTerm;
  readonly shape: (name: string, description: string, more?: Omit<Common, "iri">) => ShapeTerm;
}

/** The writer of a namespace's rows: fills in IRIs and links, so that a row says only what is its own. */
export function termsOf(head: NamespaceHead): TermWriter {
  const link = (name: string): string => head.linkTo?.(name) ?? head.link;
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  const property =
    (functional: boolean): DefineProperty =>
    (name, domain, range, description, more) => ({
      kind: "property",
      name,
      iri: head.iri + local(name),
      domain: namesOf(domain),
      range: namesOf(range),
      functional,
      description,
      link: link(name),
      ...more,
    });
  return {
    type: (name, above, description, more) => ({
      kind: "class",
      name,
      iri: head.iri + local(name),
      extends: namesOf(above),
      description,
      link: link(name),
      ...more,
    }),
    one: property(true),
    many: property(false),
    value: (name, description, more) => ({
      kind: "value",
      name,
      iri: head.iri + local(name),
      description,
      link: link(name),
      ...more,
    }),
    shape: (name, description, more) => ({ kind: "shape", name, description, link: link(name), ...more }),
  };
}

/** A namespace from its head and rows; `linkTo` has done its work and stays behind, so that the result is JSON. */
export function namespace(head: NamespaceHead, terms: readonly Term[]): Namespace {
  return { prefix: head.prefix, iri: head.iri, title: head.title, link: head.link, terms };
}

function namesOf(names: Names): readonly string[] {
  return typeof names === "string" ? [names] : names;
}
