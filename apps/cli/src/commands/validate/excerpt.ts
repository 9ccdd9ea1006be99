import { isJsonObject, type JsonObject, type Visibility } from "@archive/schema";
import { isExposed } from "@archive/schema/validate";

/** What stands at the place of a finding, fit for one line. */
export interface Excerpt {
  /** What precedes it: `"published": `. */
  readonly before: string;
  /** JSON; abridged, and in angle brackets where it is not shown. */
  readonly value: string;
}

/** A document, and what is known of who may see it. */
export interface ExcerptSource {
  readonly value: unknown;
  readonly actor: JsonObject | null;
  /** What the archive says of its visibility besides its addressing. */
  readonly hint: Visibility | undefined;
  readonly showContent: boolean;
}

const LONGEST = 72;
/** Keys of what no report shows, whoever may see the rest. */
const SECRET = /priv|secret|token|passw|mail|otp|streamkey|rtmpkey|signingkey|^ips?$|signin|^bto$|^bcc$/i;

/**
 * An excerpt at a pointer that is relative to the document; `null` where there is nothing. What is not public is
 * named by its kind and not quoted, unless content is to be shown; of objects and lists nothing but type and id is
 * ever quoted, so that what stands beside a finding stays where it is.
 */
export function excerptAt(pointer: string, source: ExcerptSource): Excerpt | null {
  const path = pointer.split("/").slice(1).map(unescaped);
  const along = [source.value];
  for (const key of path) {
    const next = stepInto(along.at(-1), key);
    if (next === undefined) break;
    along.push(next);
  }
  const reached = path.slice(0, along.length - 1);
  const key = reached.at(-1);
  const before = key === undefined || Array.isArray(along.at(-2)) ? "" : `${JSON.stringify(key)}: `;
  const value = along.at(-1);
  if (value === undefined) return null;
  const isSecret = path.some((part) => SECRET.test(part.replaceAll(/[_-]/g, "")));
  const isOpen =
    !isSecret && (source.showContent || (!isNarrow(source.hint) && isExposed(along, source.actor)));
  return { before: clip(before), value: isOpen ? shown(value) : hidden(value) };
}

function isNarrow(hint: Visibility | undefined): boolean {
  return hint !== undefined && hint !== "public" && hint !== "unlisted";
}

function stepInto(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[ … ] (${value.length})`;
  if (!isJsonObject(value)) return clip(JSON.stringify(value) ?? "");
  const told = ["type", "id"].flatMap((key) => {
    const part = value[key];
    return typeof part === "string" ? [`${JSON.stringify(key)}: ${clip(JSON.stringify(part), 48)}`] : [];
  });
  const rest = Object.keys(value).length > told.length ? ["…"] : [];
  return told.length + rest.length === 0 ? "{}" : `{ ${[...told, ...rest].join(", ")} }`;
}

function hidden(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "[ … ]";
  if (isJsonObject(value)) return "{ … }";
  return `‹${typeof value === "string" ? "text" : typeof value}, not shown›`;
}

function clip(text: string, longest: number = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function unescaped(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
