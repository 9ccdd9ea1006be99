import { stringify } from "smol-toml";
import { Document } from "yaml";
import { plainText } from "../../content/plain-text.js";

/** Data for a front matter; what is `undefined` is left out. */
export type FrontMatterValue =
  | string
  | number
  | boolean
  | undefined
  | readonly FrontMatterValue[]
  | { readonly [name: string]: FrontMatterValue };

/** Data as YAML between `---` or as TOML between `+++`. */
export function frontMatter(data: FrontMatterValue, fence: "yaml" | "toml" = "yaml"): string {
  const clean = withoutGaps(data);
  return fence === "toml" ? `+++\n${toml(clean)}+++\n` : `---\n${yaml(clean)}---\n`;
}

/** Every text is a double-quoted string, so that no reader takes it for a date, a number or `yes`. */
function yaml(data: unknown): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  const text = document.toString({
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  });
  // Only inside of strings there is a `<`. Templater would run `<% … %>` also here, and a `<script>` in data is
  // one careless layout away from a page.
  return text.replaceAll("<", "\\u003c");
}

function toml(data: unknown): string {
  const text = stringify(data);
  return `${text.replaceAll("<", "\\u003c").trimEnd()}\n`;
}

/** Without what is `undefined`, and every text without controls: YAML has no way to write some of them. */
function withoutGaps(value: FrontMatterValue): FrontMatterValue {
  if (typeof value === "string") return plainText(value);
  if (typeof value !== "object") return value;
  if (isList(value)) return value.filter((each) => each !== undefined).map(withoutGaps);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, withoutGaps(each)]])),
  );
}

function isList(value: object): value is readonly FrontMatterValue[] {
  return Array.isArray(value);
}
