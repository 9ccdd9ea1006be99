import { firstIdOf, type JsonObject, textOf } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { PUBLIC } from "./context.js";

/** Whose export it is, as its documents name them. */
export interface ActorFacts {
  /** The redacted document; empty where the archive has none. */
  readonly document: JsonObject;
  readonly id: string;
  readonly followers: string;
  /** `name` of `@name@host`; empty where it can't be told. */
  readonly username: string;
  /** `null` where it can't be told. */
  readonly host: string | null;
}

/** The account an export is of: the first of the selection. */
export function actorFacts(selection: Selection): ActorFacts {
  const { account } = selection;
  const document = selection.actorDocument() ?? {};
  const id = account?.id ?? firstIdOf(document) ?? "urn:ap-archive:account";
  return {
    document,
    id,
    followers: followersOf(document, id),
    username: textOf(document.preferredUsername) ?? /^@([^@]+)/.exec(account?.handle ?? "")?.[1] ?? "",
    host: account?.host ?? null,
  };
}

/**
 * The address of the account's followers. A document that names the Public collection there, or no address of the web,
 * would make followers-only posts everybody's.
 */
function followersOf({ followers }: JsonObject, id: string): string {
  const named = firstIdOf(followers);
  const isAddress = named !== null && /^https?:\/\/[^\s]+$/i.test(named) && named !== PUBLIC;
  return isAddress ? named : `${id}/followers`;
}
