import {
  type Actor,
  firstIdOf,
  hasType,
  idOf,
  isJsonObject,
  type JsonObject,
  naturalText,
  textOf,
  timestampOf,
  typesOf,
  urlsOf,
  valuesOf,
} from "@archive/schema";
import { type Redact, redactText, sanitise } from "../content/sanitise.js";
import { mediaKey } from "../ids/keys.js";
import type { ArchiveSource, SourceMedia } from "../source.js";
import type { Account } from "./account.js";
import type { MediaKey } from "./post.js";
import { toTags } from "./tags.js";

/** An actor's own pictures that the archive holds. */
export interface AccountMedia {
  readonly avatar: SourceMedia | null;
  readonly header: SourceMedia | null;
}

/** The files an actor's `icon` and `image` mean; Mastodon writes `avatar.<ext>` and `header.<ext>`. */
export function accountMedia(actor: Actor, source: Pick<ArchiveSource, "resolveMedia">): AccountMedia {
  return { avatar: fileOf(actor.icon, source), header: fileOf(actor.image, source) };
}

function fileOf(value: unknown, source: Pick<ArchiveSource, "resolveMedia">): SourceMedia | null {
  for (const each of valuesOf(value)) {
    const url = typeof each === "string" ? each : isJsonObject(each) ? urlsOf(each.url)[0] : undefined;
    const file = url === undefined ? null : source.resolveMedia(url);
    if (file !== null && file.size > 0) return file;
  }
  return null;
}

/** The profile as it may be shown. */
export function buildAccount(
  actor: Actor,
  media: AccountMedia,
  withheld: Redact,
  keyOf: (path: string) => MediaKey = mediaKey,
): Account {
  const id = idOf(actor);
  const handle = handleOf(actor);
  const redact = (text: string): string => redactText(text, withheld);
  const emoji = new Set(
    toTags(actor)
      .filter((tag) => tag.kind === "emoji")
      .map((tag) => tag.name),
  );
  const bio = naturalText(actor, "summary")?.text ?? null;
  const name = naturalText(actor, "name")?.text ?? textOf(actor.preferredUsername) ?? handle ?? id ?? "";
  return {
    id,
    handle,
    name: redact(name).trim(),
    type: typesOf(actor)[0] ?? null,
    url: urlsOf(actor.url).find((url) => /^https?:\/\//i.test(url)) ?? null,
    host: hostOf(actor),
    bio: bio === null ? null : sanitise(bio, { emoji, redact: withheld }),
    fields: valuesOf(actor.attachment)
      .filter(isJsonObject)
      .filter((field) => hasType(field, "PropertyValue"))
      .map((field) => ({
        name: redact(textOf(field.name) ?? ""),
        value: sanitise(textOf(field.value) ?? "", { emoji, redact: withheld }),
      })),
    avatar: media.avatar === null ? null : keyOf(media.avatar.path),
    header: media.header === null ? null : keyOf(media.header.path),
    joinedAt: timestampOf(actor.published)?.iso ?? null,
    movedTo: firstIdOf(actor.movedTo),
    indexable: actor.indexable !== false && actor.discoverable !== false,
  };
}

/** `@preferredUsername@host`; the host is that of `webfinger` where the actor has one, else of its id. */
export function handleOf(actor: JsonObject): string | null {
  const name = textOf(actor.preferredUsername);
  const host = hostOf(actor);
  return name === null || host === null ? null : `@${name}@${host}`;
}

function hostOf(actor: JsonObject): string | null {
  const webfinger = textOf(actor.webfinger);
  const named = webfinger === null ? null : (/@([^@/]+)$/.exec(webfinger)?.[1] ?? null);
  if (named !== null) return named;
  const id = idOf(actor);
  return id === null || !URL.canParse(id) ? null : new URL(id).host || null;
}
