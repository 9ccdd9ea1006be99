import type { Account } from "../post/account.js";
import type { Post } from "../post/post.js";
import type { Selection } from "../select/selection.js";

/**
 * Who wrote a post, where the posts are those of several people; `undefined` where there is one, whom the whole
 * output is about. Two people of one name are told apart by their handles.
 */
export function authorOf({ account }: Post, { accounts }: Pick<Selection, "accounts">): string | undefined {
  const writer = accounts[account];
  if (writer === undefined || accounts.length < 2) return undefined;
  const name = nameOf(writer);
  const isShared = accounts.some((other) => other !== writer && nameOf(other) === name);
  return isShared && writer.handle !== null && writer.handle !== name ? `${name} (${writer.handle})` : name;
}

/** What a person is called. */
export function nameOf({ name, handle, id }: Account): string {
  const called = name?.replace(/\s+/g, " ").trim() ?? "";
  return called === "" ? (handle ?? id ?? "Nobody") : called;
}

/** Whose posts these are, in words: the first three by name. */
export function namesOfAll(accounts: readonly Account[]): string {
  const names = accounts.slice(0, 3).map(nameOf);
  const more = accounts.length - names.length;
  if (more > 0) names.push(more === 1 ? "1 other" : `${more} others`);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}
