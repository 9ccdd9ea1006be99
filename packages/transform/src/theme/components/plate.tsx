import type { JSX } from "preact";
import type { Attachment } from "../../post/post.js";
import { picturePagePath } from "../paths.js";
import type { Page, PostCard } from "../site.js";
import { Blur } from "./blur.js";
import { type Present, picturePath, pictureSource } from "./copies.js";
import { focus, pixels } from "./picture-frame.js";

/** A picture or film of the gallery, with the post it belongs to. */
export interface Plate {
  readonly card: PostCard;
  readonly attachment: Attachment;
  readonly file: Present;
  readonly kind: "image" | "video";
  /** Counts the post's attachments from 1. */
  readonly number: number;
  /** Attachments of the post. */
  readonly of: number;
}

/** How wide a plate stands, for `sizes`. */
const PLATE = "(min-width: 44rem) 16rem, 46vw";

/** Whether a picture waits behind a click, its description too. */
export function isVeiled({ card }: Pick<Plate, "card">): boolean {
  return card.post.sensitive || card.post.contentWarning !== null;
}

/** A picture among others. What is sensitive shows neither itself nor its description here. */
export function PlateItem({ page, plate }: { readonly page: Page; readonly plate: Plate }): JSX.Element {
  const { strings, formats } = page.site;
  const { card, attachment, file, kind, number } = plate;
  const { post } = card;
  const when = post.published === null ? strings.undated : formats.date(post.published);
  const href = page.href(picturePagePath(card.path, number));
  if (isVeiled(plate)) {
    return (
      <li>
        <a class="veiled" href={href}>
          {attachment.blurhash === null ? null : <Blur hash={attachment.blurhash} />}
          <span class="tab">
            {strings.sensitive(kind, 1)}
            <span class="vh">, {when}</span>
          </span>
        </a>
      </li>
    );
  }
  const alt = attachment.alt?.trim() ?? "";
  const source = kind === "image" ? pictureSource(page, file, PLATE) : posterOf(page, attachment);
  const text =
    alt === "" ? (
      <span class="desc none">{strings.noDescription}</span>
    ) : (
      <span class="desc" lang={post.language ?? undefined} dir="auto">
        {alt}
      </span>
    );
  if (source === null) {
    return (
      <li>
        <a class="veiled" href={href}>
          <span class="tab">
            {strings.mediaLabel[kind]}
            <span class="vh">, {when}</span>
          </span>
          {text}
        </a>
      </li>
    );
  }
  return (
    <li>
      <a
        href={href}
        {...(alt === "" && { "aria-label": `${strings.pictureOf(when)}. ${strings.noDescription}` })}
      >
        <img
          {...source}
          alt={alt}
          {...(pixels(file) ?? pixels(attachment))}
          class={focus(attachment).trim() || undefined}
          loading="lazy"
          decoding="async"
        />
        {text}
      </a>
    </li>
  );
}

function posterOf(page: Page, { poster }: Attachment): { readonly src: string } | null {
  const path = picturePath(page.site, poster);
  return path === null ? null : { src: page.href(path) };
}
