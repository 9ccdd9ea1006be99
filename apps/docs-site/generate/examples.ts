import type { BrokenFixture } from "@archive/fixtures";
import { fenced } from "./pages.ts";

type FileMap = ReadonlyMap<string, Uint8Array>;

/** What a page shows of the smallest thing that provokes a code, as Markdown. */
export function exampleOf(fixture: BrokenFixture): string {
  switch (fixture.kind) {
    case "document":
      return `A document, held against the profile \`${fixture.profile}\`:\n\n${shown(fixture.bytes, "document.json")}`;
    case "profile":
      return `A profile that is given:\n\n${fenced("json", JSON.stringify(fixture.profile, null, 2))}`;
    case "jsonld":
      return `A document that is expanded as JSON-LD:\n\n${fenced("json", JSON.stringify(fixture.document, null, 2))}`;
    case "archive":
      return fixture.content instanceof Uint8Array
        ? containerExample(fixture.content)
        : filesExample(fixture.content, fixture.code);
    case "conversion":
      return `${filesExample(fixture.files, fixture.code)}\n\nIt is found while the archive is converted.`;
    case "extraction":
      return `${containerExample(fixture.bytes)}\n\nIt is found while the container is unpacked.`;
    case "source":
      return SOURCES[fixture.source];
    case "output":
      return outputExample(fixture);
  }
}

const SOURCES = {
  absent: "A path at which there is nothing.",
  failing: "A disk or a download that fails while the archive is read.",
  vanishing: "A folder from which a file is deleted while it is read.",
} as const;

function outputExample(fixture: Extract<BrokenFixture, { kind: "output" }>): string {
  const list = (files: Readonly<Record<string, string>> | undefined): string =>
    Object.keys(files ?? {})
      .map((path) => `\`${path}\``)
      .join(", ");
  return [
    ...(fixture.earlier === undefined ? [] : [`- An earlier run wrote ${list(fixture.earlier)}.`]),
    ...(fixture.edits === undefined ? [] : [`- Then a person changed or added ${list(fixture.edits)}.`]),
    ...(fixture.blocked === true ? ["- A file stands where a folder has to be made."] : []),
    `- The run is to write ${list(fixture.outputs)}.`,
  ].join("\n");
}

/** Containers are bytes: the beginning is shown, for what is wrong with them is no text. */
function containerExample(bytes: Uint8Array): string {
  const text = utf8(bytes);
  if (text !== null && !hasControls(text)) return shown(bytes, "archive");
  const kind = bytes[0] === 0x50 && bytes[1] === 0x4b ? "zip" : bytes[0] === 0x1f ? "gzip" : "file";
  return `A ${kind} of ${bytes.length} bytes, made to be wrong in just this way. It begins:\n\n${fenced("text", hex(bytes))}`;
}

/** The file in which the fault lies: the one that is not as in an archive without faults, else the outbox. */
function filesExample(files: FileMap, code: string): string {
  const names = [...files.keys()];
  const area = code.slice(0, code.indexOf("/"));
  const wanted =
    area === "actor" || area === "secret"
      ? ["actor.json"]
      : area === "csv"
        ? names.filter((name) => name.endsWith(".csv"))
        : area === "collection"
          ? ["likes.json", "following.json"]
          : ["outbox.json"];
  const name =
    wanted.find((each) => files.has(each)) ?? names.find((each) => /\.(?:json|csv|ya?ml)$/.test(each));
  const list = `An archive of these files: ${names.map((each) => `\`${each}\``).join(", ")}.`;
  const bytes = name === undefined ? undefined : files.get(name);
  return bytes === undefined || name === undefined ? list : `${list}\n\n${shown(bytes, name)}`;
}

const LONGEST = 2_400;

function shown(bytes: Uint8Array, name: string): string {
  const cut = bytes.length > LONGEST * 4;
  const text = new TextDecoder().decode(cut ? bytes.subarray(0, 400) : bytes);
  const pretty = cut ? `${text}…` : prettied(text);
  const whole = pretty.length <= LONGEST ? pretty : `${pretty.slice(0, LONGEST)}\n…`;
  const language = name.endsWith(".json") || text.trimStart().startsWith("{") ? "json" : "text";
  return `\`${name}\`\n\n${fenced(language, visible(whole))}`;
}

/** JSON with line breaks; text that parsing would change (keys twice, raw controls) stays as it is. */
function prettied(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text.trim() ? JSON.stringify(value, shortContext, 2) : text;
  } catch {
    return text;
  }
}

/** The terms that Mastodon declares fill a page, and no example is about them. */
function shortContext(key: string, value: unknown): unknown {
  return key === "@context" && Array.isArray(value) && value.length > 1 ? [value[0], "…"] : value;
}

/** Characters that would not show, as pictures of themselves. */
function visible(text: string): string {
  return text
    .replaceAll("\ufeff", "⟨BOM⟩")
    .replaceAll(/\p{Cc}/gu, (char) =>
      char === "\t" || char === "\n" || char > "\u001f"
        ? char
        : String.fromCodePoint(0x2400 + char.charCodeAt(0)),
    );
}

function hasControls(text: string): boolean {
  return visible(text) !== text;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hex(bytes: Uint8Array): string {
  const rows: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, 96); at += 16) {
    const row = [...bytes.subarray(at, at + 16)];
    const digits = row.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const letters = row
      .map((byte) => (byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : "."))
      .join("");
    rows.push(`${at.toString(16).padStart(4, "0")}  ${digits.padEnd(47)}  ${letters}`);
  }
  return rows.join("\n") + (bytes.length > 96 ? "\n…" : "");
}
