import { languageTag, timestampOf } from "@archive/schema";
import type { SelectOptions, SourceCollection } from "@archive/transform";
import { CliError, EXIT } from "../exit.js";
import { checkTimeZone } from "../time-zone.js";
import type { SelectingOptions } from "./options.js";

/** What was chosen, as `select()` takes it. Throws `CliError` for a date, language or time zone that is none. */
export function selectionOf(options: SelectingOptions): Omit<SelectOptions, "library"> {
  const { visibility, kinds, since, until, tag, lang: language, thread, limit, media } = options;
  checkDate("--since", since);
  checkDate("--until", until);
  checkLanguage(language);
  const collections: SourceCollection[] = [];
  if (options.includeLikes === true) collections.push("likes");
  if (options.includeBookmarks === true) collections.push("bookmarks");
  return {
    ...{ visibility, kinds, since, until, tag, language, thread, limit, media, collections },
    gone: options.includeGone,
    history: options.includeHistory,
    timeZone: checkTimeZone(options.timeZone),
  };
}

/** The same with what an output needs beside what was asked for. */
export function withNeeds(
  wanted: Omit<SelectOptions, "library">,
  needs: Partial<SelectOptions>,
): Omit<SelectOptions, "library"> {
  const collections = new Set([...(wanted.collections ?? []), ...(needs.collections ?? [])]);
  return { ...wanted, ...needs, collections: [...collections] };
}

function checkDate(option: string, date: string | undefined): void {
  if (date === undefined || timestampOf(date) !== null) return;
  throw new CliError(
    EXIT.usage,
    `${option} is no date: ${date}`,
    "Dates are like 2024-05-01 or 2024-05-01T12:00:00Z.",
  );
}

function checkLanguage(tag: string | undefined): void {
  if (tag === undefined || languageTag(tag) !== null) return;
  throw new CliError(EXIT.usage, `--lang is no language: ${tag}`, "Languages are like en, de or pt-BR.");
}
