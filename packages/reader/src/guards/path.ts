import { DEFAULT_GUARDS, type Guards } from "./guards.js";

/** Why a name can't be a path inside an archive. */
export type PathFault = "empty" | "parent" | "drive" | "device" | "control" | "too-long";

/**
 * A name made safe, or the reason why it can't be. `absolute`: the name began at a root, which was taken off.
 * `backslashes`: they were read as separators.
 */
export type NormalisedPath =
  | { readonly path: string; readonly absolute: boolean; readonly backslashes: boolean }
  | { readonly refused: PathFault };

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
const CONTROL = /[\u0000-\u001f\u007f]/;
const CONTROLS = new RegExp(CONTROL, "g");
/** Names that Windows takes for devices, whatever their extension; opening one there can hang a program. */
const DEVICE =
  /(?:^|\/)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)[ .]*(?:\.[^/]*)?(?:\/|$)/i;
const SLASH = 0x2f;
/** Characters that special names begin with: those of devices, of what systems leave behind, and hidden ones. */
const STARTS_SPECIAL: Uint8Array = new Uint8Array(0x80);
for (const char of "cpanl_tdCPANL_TD./") STARTS_SPECIAL[char.charCodeAt(0)] = 1;

/**
 * Whether a name is, at one look, a safe path as it stands and like no special name: nearly every one is. Nor is it
 * junk.
 */
export function isPlain(name: string): boolean {
  let atStart = true;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code < 0x20 || code === 0x7f || code === 0x5c || code === 0x3a) return false;
    if (atStart && code < 0x80 && STARTS_SPECIAL[code] === 1) return false;
    atStart = code === SLASH;
  }
  return !atStart;
}

/** Whether {@link isPlain} is true of the name in these bytes, which are ASCII: no other bytes are looked at. */
export function isPlainAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let atStart = true;
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] ?? 0;
    if (code < 0x20 || code >= 0x7f || code === 0x5c || code === 0x3a) return false;
    if (atStart && STARTS_SPECIAL[code] === 1) return false;
    atStart = code === SLASH;
  }
  return !atStart;
}

/** At the beginning of any part: behind `//?/`, or a root that is taken off, Windows finds a drive just so. */
const DRIVE = /(^|\/)[A-Za-z]:/;
const DRIVES = /(^|\/)(?:[A-Za-z]:)+/g;

/** What becomes of names that are not plain: guards that are off, and the length that is too long. */
export interface PathOptions {
  readonly maxLength?: number;
  readonly guards?: Pick<Guards, "parentNames" | "driveNames" | "controlNames" | "deviceNames">;
}

/**
 * Makes the name of an entry relative, with `/` between its parts and no `.` or `..` among them.
 *
 * Backslashes count as separators: some Windows programs write them, and a path must mean the same everywhere.
 * A name with `..` is refused rather than resolved, whatever it would lead to, unless that guard is off.
 *
 * @example
 * ```ts
 * import { normalisePath } from "./path.js";
 * normalisePath("/srv/www/outbox.json"); // { path: "srv/www/outbox.json", absolute: true, backslashes: false }
 * normalisePath("../../.bashrc"); // { refused: "parent" }
 * ```
 */
export function normalisePath(raw: string, options: PathOptions = {}): NormalisedPath {
  const { maxLength = 1024, guards = DEFAULT_GUARDS } = options;
  if (isPlain(raw)) {
    if (raw.length > maxLength) return { refused: "too-long" };
    return { path: raw, absolute: false, backslashes: false };
  }
  if (guards.controlNames && CONTROL.test(raw)) return { refused: "control" };
  let name = raw.replaceAll("\\", "/").replaceAll(CONTROLS, "\u{fffd}");
  const absolute = name.startsWith("/");
  if (DRIVE.test(name)) {
    if (guards.driveNames) return { refused: "drive" };
    name = name.replaceAll(DRIVES, "$1");
  }
  const parts: string[] = [];
  for (const part of name.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (guards.parentNames) return { refused: "parent" };
    else parts.pop();
  }
  const path = parts.join("/");
  if (path === "") return { refused: "empty" };
  if (guards.deviceNames && DEVICE.test(path)) return { refused: "device" };
  if (path.length > maxLength) return { refused: "too-long" };
  return { path, absolute, backslashes: raw.includes("\\") };
}

const JUNK_FILES: ReadonlySet<string> = new Set([".ds_store", "thumbs.db", "desktop.ini"]);

/** Whether a normalised path is one that Finder or Explorer leaves behind. */
export function isJunk(path: string): boolean {
  if (isPlain(path)) return false;
  const parts = path.split("/");
  if (parts.includes("__MACOSX")) return true;
  const name = parts.at(-1) ?? "";
  return name.startsWith("._") || JUNK_FILES.has(name.toLowerCase());
}

/** A name fit to be shown: control characters as `\xNN`, clipped. */
export function shownName(raw: string): string {
  const visible = [...raw.slice(0, 120)].map((char) =>
    CONTROL.test(char) ? `\\x${(char.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}` : char,
  );
  return raw.length > 120 ? `${visible.join("")}…` : visible.join("");
}
