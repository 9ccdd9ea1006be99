import type { RunOptions } from "@archive/schema";
import { sha256Hex } from "../../ids/sha256.js";
import type { MediaKey } from "../../post/post.js";
import type { PublishedMedia, Selection } from "../../select/selection.js";
import type { OutputFile } from "../target.js";
import type { MediaUse } from "./accepted.js";

/** Where a file stands in an output; `null` leaves it out. */
export type MediaPlace = (media: Pick<PublishedMedia, "key" | "name">) => string | null;

/**
 * Copies the files that accepted posts and the profile use. A target runs it before it writes documents: what a
 * file is called is known once its first bytes were looked at.
 */
export async function* mediaFiles(
  selection: Selection,
  used: MediaUse,
  place: MediaPlace,
  run: RunOptions,
): AsyncGenerator<OutputFile> {
  const { avatar = null, header = null } = selection.account ?? {};
  for await (const media of selection.media(run)) {
    const wanted = used.has(media.key) || media.key === avatar || media.key === header;
    const path = wanted ? place(media) : null;
    if (path !== null) yield { path, content: media.bytes };
    // What is left out is read too: an archive is read in its own order.
    else for await (const _ of media.bytes);
  }
}

/** Where a file stands that was copied; `null` where there is none. */
export function placeOf(selection: Selection, key: MediaKey | null, place: MediaPlace): string | null {
  if (key === null) return null;
  const state = selection.mediaState(key);
  return state.state === "missing" ? null : place({ key, name: state.name });
}

/**
 * The path that Mastodon gives a file, made from its key: a number in groups of three digits, and a name of 16
 * hexadecimal characters that is unique in the archive. Importers look for files by that name alone.
 */
export function mastodonMediaPath(key: MediaKey, extension: string): string {
  const hex = sha256Hex(key);
  const number = (BigInt(`0x${hex.slice(16, 32)}`) % 10n ** 18n).toString().padStart(18, "0");
  const partition = number.match(/\d{3}/g)?.join("/") ?? number;
  return `media_attachments/files/${partition}/original/${hex.slice(0, 16)}${extension}`;
}

/** The extension of a name, with its dot; empty where it has none. */
export function extensionOf(name: string): string {
  return /\.[a-z0-9]+$/i.exec(name)?.[0] ?? "";
}

/** Mastodon's places: the profile's pictures at the root, all else by {@link mastodonMediaPath}. */
export function mastodonPlaces(selection: Selection): MediaPlace {
  return ({ key, name }) => {
    const extension = extensionOf(name);
    // The smaller copies of a picture have its key too, and no place here.
    if (name !== `${key}${extension}`) return null;
    if (key === selection.account?.avatar) return `avatar${extension}`;
    if (key === selection.account?.header) return `header${extension}`;
    return mastodonMediaPath(key, extension);
  };
}
