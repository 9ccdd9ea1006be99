/** A page of the reference: Markdown without a title, which is given apart. */
export interface ReferencePage {
  /** The page's address within the reference, with `/` between its parts; it stays the same. */
  readonly slug: string;
  readonly title: string;
  /** One sentence, plain text. */
  readonly description: string;
  /** Links lead to other pages of the reference, from the page's own address with a slash behind it. */
  readonly markdown: string;
}

/** A name as a part of an address. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Facts as a list, without those there is nothing to say of. */
export function facts(values: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const text = typeof value === "string" ? value : (value ?? []).join(", ");
      return text === "" ? [] : [`- ${name}: ${text}`];
    })
    .join("\n");
}

/** A code block. */
export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
