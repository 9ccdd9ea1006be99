import { isJsonObject, type JsonObject, type RunOptions } from "@archive/schema";
import type { CollectionMember, Selection } from "../../select/selection.js";

const CONTEXTS: ReadonlySet<string> = new Set(["home", "notifications", "public", "thread", "account"]);
const ACTIONS: ReadonlySet<string> = new Set(["warn", "hide", "blur"]);

/**
 * Filters as Mastodon 4.6 imports them; `null` when there are none.
 * Source: Mastodon's `custom_filters.json`.
 */
export async function filtersJson(
  selection: Selection,
  run: RunOptions,
): Promise<{ readonly content: string; readonly rows: number } | null> {
  const filters: JsonObject[] = [];
  for await (const member of selection.collection("filters", run) ?? []) {
    const filter = filterOf(member);
    if (filter !== null) filters.push(filter);
  }
  if (filters.length === 0) return null;
  return { content: `${JSON.stringify({ custom_filters: filters }, null, 2)}\n`, rows: filters.length };
}

function filterOf({ id, filter }: CollectionMember): JsonObject | null {
  if (!isJsonObject(filter)) return null;
  const keywords = listOf(filter.keywords).flatMap((each) =>
    isJsonObject(each) && typeof each.keyword === "string" && each.keyword.trim() !== ""
      ? [{ keyword: each.keyword, whole_word: each.wholeWord === true }]
      : [],
  );
  const statuses = texts(filter.statuses).filter((each) => /^https?:\/\//i.test(each));
  const context = texts(filter.context).filter((each) => CONTEXTS.has(each));
  if (keywords.length + statuses.length === 0) return null;
  return {
    title: id,
    expires_at: typeof filter.expiresAt === "string" ? filter.expiresAt : null,
    context: context.length === 0 ? ["home"] : context,
    action: typeof filter.action === "string" && ACTIONS.has(filter.action) ? filter.action : "warn",
    keywords_attributes: keywords,
    statuses,
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return listOf(value).filter((each) => typeof each === "string");
}
