import { hasType, idOf, isJsonObject, type JsonObject, textOf, urlsOf, valuesOf } from "@archive/schema";
import type { CollectionName, Filter, Reference } from "../item.js";

/** Activities that stand for the object they are about. */
const ABOUT: readonly string[] = ["Like", "Dislike", "Follow", "Block", "EmojiReact", "Add"];

/**
 * The members that one element of a JSON collection stands for: one, but for a list, which stands for each of
 * its accounts. `null`: it stands for none.
 *
 * Understood are addresses, ActivityStreams objects and activities, and the objects of Mastodon's own interface,
 * which programs that back up an account write.
 */
export function referencesOf(collection: CollectionName, element: unknown): readonly Reference[] | null {
  if (collection === "lists") return listOf(element);
  if (collection === "filters") {
    const filter = filterOf(element);
    return filter === null ? null : [filter];
  }
  if (collection === "domainBlocks") {
    const domain = isJsonObject(element)
      ? (textOf(element.domain) ?? textOf(element.host) ?? addressOf(element))
      : textOf(element);
    if (domain === null) return null;
    const severity = isJsonObject(element) ? textOf(element.severity) : null;
    return [{ id: domain.trim().toLowerCase(), ...(severity !== null && { severity }) }];
  }
  const id = addressOf(element);
  return id === null ? null : [{ id, ...(isJsonObject(element) && flagsOf(element)) }];
}

/** The address of a post or account; the number of a row in a server's database is none. */
function addressOf(element: unknown): string | null {
  if (!isJsonObject(element)) return idOf(element);
  if (ABOUT.some((type) => hasType(element, type))) {
    const about = valuesOf(element.object)[0];
    if (about !== undefined) return addressOf(about);
  }
  const id = idOf(element);
  if (id !== null && !/^\d+$/.test(id)) return id;
  const account = textOf(element.acct);
  if (account?.includes("@") === true) return account.replace(/^@/, "");
  // PeerTube calls it so.
  const handle = textOf(element.handle);
  if (handle?.includes("@") === true) return handle.replace(/^@/, "");
  const address = textOf(element.uri) ?? urlsOf(element.url)[0] ?? account ?? id;
  // Hollo's rows name who follows whom, each with an id of its own.
  return address ?? (isJsonObject(element.account) ? addressOf(element.account) : textOf(element.account));
}

function flagsOf(element: JsonObject): Partial<Reference> {
  const showBoosts = element.showBoosts ?? element.showing_reblogs ?? element.shares;
  const notify = element.notify ?? element.notifying;
  const hide = element.hideNotifications ?? element.hide_notifications ?? element.muting_notifications;
  const languages = valuesOf(element.languages).filter((each) => typeof each === "string");
  return {
    ...(typeof showBoosts === "boolean" && { showBoosts }),
    ...(typeof notify === "boolean" && { notify }),
    ...(typeof hide === "boolean" && { hideNotifications: hide }),
    ...(languages.length > 0 && { languages }),
  };
}

const MEMBERS: readonly string[] = ["accounts", "members", "users", "orderedItems", "items"];

function listOf(element: unknown): readonly Reference[] | null {
  if (!isJsonObject(element)) return null;
  const list = textOf(element.title) ?? textOf(element.name) ?? textOf(element.list);
  if (list === null) return null;
  const key = MEMBERS.find((each) => element[each] !== undefined);
  const members = valuesOf(key === undefined ? (element.member ?? element.account) : element[key]);
  const addresses = members.flatMap((each) => addressOf(each) ?? []);
  // A list without anybody in it is one all the same.
  if (addresses.length === 0) return [{ id: list, list }];
  return addresses.map((member) => ({ id: list, list, member: member.replace(/^@/, "") }));
}

function filterOf(element: unknown): Reference | null {
  if (!isJsonObject(element)) return null;
  const phrase = textOf(element.phrase);
  const id = textOf(element.title) ?? phrase;
  if (id === null) return null;
  const strings = (value: unknown): string[] => valuesOf(value).filter((each) => typeof each === "string");
  const keywords = valuesOf(element.keywords_attributes ?? element.keywords).flatMap((each) => {
    if (!isJsonObject(each) || typeof each.keyword !== "string") return [];
    return [{ keyword: each.keyword, wholeWord: each.whole_word === true }];
  });
  const filter: Filter = {
    context: strings(element.context),
    action:
      textOf(element.action ?? element.filter_action) ?? (element.irreversible === true ? "hide" : null),
    expiresAt: textOf(element.expires_at),
    keywords:
      keywords.length === 0 && phrase !== null
        ? [{ keyword: phrase, wholeWord: element.whole_word === true }]
        : keywords,
    statuses: valuesOf(element.statuses).flatMap((each) => addressOf(each) ?? []),
  };
  return { id, filter };
}
