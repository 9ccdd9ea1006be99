import { CliError, EXIT } from "../exit.js";
import type { TargetOption } from "./target-entry.js";

/** Where an output will stand. */
export const BASE_URL: TargetOption = {
  flags: "--base-url <url>",
  description: "where it will be published",
  parse: webAddress,
};

/** What an output is called. */
export const TITLE: TargetOption = { flags: "--title <text>", description: "its name" };

function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new CliError(
    EXIT.usage,
    `--base-url is no web address: ${text}`,
    "It is like https://example.org/archive/.",
  );
}
