import { classPages, namespacePages, propertyPages, type ReferencePage } from "@archive/schema/reference";
import { type Page, plain } from "./pages.ts";

/** Pages of namespaces, classes and properties, and one that lists them. */
export function vocabularyReference(): readonly Page[] {
  const namespaces = namespacePages();
  const classes = classPages();
  const properties = propertyPages();
  const all = [...namespaces, ...classes, ...properties];
  return [
    {
      slug: "vocabulary",
      title: "Vocabulary",
      description: "Every class and property of ActivityStreams 2.0, and what fediverse servers add to it.",
      markdown: [
        `${classes.length} classes and ${properties.length} properties from ${namespaces.length} namespaces: ActivityStreams 2.0, ActivityPub, and what servers put beside them. Each page says what a term means, where it comes from and what its values may be. The same tables make the [JSON Schemas](../schemas/).`,
        "## Namespaces",
        namespaces.map((page) => `- ${link(page)}: ${plain(page.description)}`).join("\n"),
        "## Classes",
        classes.map(link).join(" · "),
        "## Properties",
        properties.map(link).join(" · "),
      ].join("\n\n"),
      unsearched: true,
    },
    ...all.map(({ slug, title, description, markdown }) => ({
      slug,
      title,
      description,
      markdown,
      // Namespaces only list what the pages of their terms say.
      ...(slug.startsWith("namespace/") ? { unsearched: true as const } : {}),
    })),
  ];
}

function link({ slug, title }: ReferencePage): string {
  return `[${title}](../${slug}/)`;
}
