import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Theme, ThemeLink } from "../theme/theme.js";
import type { ThemeKit } from "../theme/theme-kit.js";

/** The files of a theme that is a folder. Each may be missing, but not all. */
const SETTINGS = "theme.json";
const STYLES = "theme.css";
const CODE = ["theme.mjs", "theme.js"];

/**
 * Loads a theme: a folder with `theme.json` (title, footer, menu, pinned, tokens, bare), `theme.css` and `theme.mjs`, any of
 * them; or one such file; or the name of an installed module. Code exports a {@link Theme}, or a function that makes
 * one from a {@link ThemeKit}, as its default. It is run: a theme is trusted like the program.
 *
 * Throws `TypeError` for what is no theme, with a message for the person who wrote it.
 *
 * @example
 * ```ts
 * import { loadTheme } from "@archive/transform/node";
 * const theme = await loadTheme("my-theme");
 * ```
 */
export async function loadTheme(place: string): Promise<Theme> {
  const path = resolve(place);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return folderTheme(path);
  if (found !== null) return fileTheme(path);
  return codeTheme(moduleFile(place), place);
}

async function folderTheme(folder: string): Promise<Theme> {
  const files = [SETTINGS, STYLES, ...CODE].map((name) => join(folder, name));
  const parts: Theme[] = [];
  for (const file of files) {
    const there = await stat(file).catch(() => null);
    if (there?.isFile() === true) parts.push(await fileTheme(file));
  }
  if (parts.length === 0) {
    throw new TypeError(`no theme in ${folder}: it has none of ${[SETTINGS, STYLES, ...CODE].join(", ")}`);
  }
  const styles = parts.flatMap((part) => part.styles ?? []).join("\n");
  return Object.assign({}, ...parts, styles === "" ? {} : { styles });
}

async function fileTheme(file: string): Promise<Theme> {
  switch (extname(file)) {
    case ".css":
      return { styles: await readFile(file, "utf8") };
    case ".json":
      return settingsOf(parsed(await readFile(file, "utf8"), file), file);
    default:
      return codeTheme(pathToFileURL(file).href, file);
  }
}

function moduleFile(name: string): string {
  try {
    return pathToFileURL(createRequire(resolve("package.json")).resolve(name)).href;
  } catch (cause) {
    throw new TypeError(`no theme ${name}: there is no such folder, file or module`, { cause });
  }
}

async function codeTheme(url: string, name: string): Promise<Theme> {
  const module: unknown = await import(url);
  const made = isObject(module) ? module.default : undefined;
  // Loaded when a theme has code: the components of the site are needed by nothing else here.
  const { themeKit } = await import("../theme/theme-kit.js");
  const theme: unknown = typeof made === "function" ? await made(themeKit satisfies ThemeKit) : made;
  if (!isObject(theme)) throw new TypeError(`${name} exports no theme as its default`);
  const { styles, components, ...settings } = theme;
  if (styles !== undefined && typeof styles !== "string") throw wrong(name, "styles");
  return {
    ...settingsOf(settings, name),
    ...(styles === undefined ? {} : { styles }),
    ...(components === undefined ? {} : { components: componentsOf(components, name) }),
  };
}

function componentsOf(value: unknown, name: string): NonNullable<Theme["components"]> {
  if (!isObject(value) || !Object.values(value).every((each) => typeof each === "function")) {
    throw wrong(name, "components");
  }
  return value; // functions of the person's own: what they take and give can't be checked before they run
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`${file} is no JSON`, { cause });
  }
}

/** Checks what a person wrote by hand. Unknown names are refused: they are nearly always misspelt. */
function settingsOf(value: unknown, file: string): Theme {
  if (!isObject(value)) throw new TypeError(`${file} holds no object`);
  const { $schema: _, title, footer, menu, pinned, tokens, bare, ...unknown } = value;
  const [other] = Object.keys(unknown);
  if (other !== undefined) throw new TypeError(`${file}: nothing is called "${other}" in a theme`);
  if (title !== undefined && typeof title !== "string") throw wrong(file, "title");
  if (footer !== undefined && typeof footer !== "string") throw wrong(file, "footer");
  if (bare !== undefined && typeof bare !== "boolean") throw wrong(file, "bare");
  if (menu !== undefined && !isMenu(menu)) throw wrong(file, "menu");
  if (pinned !== undefined && !isTexts(pinned)) throw wrong(file, "pinned");
  if (tokens !== undefined && !isTokens(tokens)) throw wrong(file, "tokens");
  return {
    ...(title === undefined ? {} : { title }),
    ...(footer === undefined ? {} : { footer }),
    ...(bare === undefined ? {} : { bare }),
    ...(menu === undefined ? {} : { menu }),
    ...(pinned === undefined ? {} : { pinned }),
    ...(tokens === undefined ? {} : { tokens }),
  };
}

function isMenu(value: unknown): value is readonly (string | ThemeLink)[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry: unknown) =>
        typeof entry === "string" ||
        (isObject(entry) && typeof entry.label === "string" && typeof entry.href === "string"),
    )
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isTokens(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((each) => typeof each === "string");
}

function wrong(file: string, name: string): TypeError {
  return new TypeError(`${file}: "${name}" is not what a theme says there`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
