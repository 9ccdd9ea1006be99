import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Theme } from "@archive/transform/html";
import { CliError, EXIT } from "../exit.js";
import type { TargetOption } from "./target-entry.js";

/** Another look of the site. */
export const THEME: TargetOption = {
  flags: "--theme <path>",
  description: "folder, file or module with another look",
};

/** Loads the theme that was named; `undefined` where none was. */
export async function siteTheme(named: string | undefined, cwd: string): Promise<Theme | undefined> {
  if (named === undefined) return undefined;
  const { loadTheme } = await import("@archive/transform/node");
  // A name that is no path here is that of an installed module.
  const path = resolve(cwd, named);
  try {
    return await loadTheme(existsSync(path) ? path : named);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CliError(
      EXIT.usage,
      `--theme: ${message}`,
      "The manual of @archive/transform says what a theme is.",
      error,
    );
  }
}
