import type { JSX } from "preact";
import type { Attachment } from "../../post/post.js";
import { mediaPath } from "../paths.js";
import type { Page } from "../site.js";
import type { MediaWord } from "../strings/strings.js";
import { type Present, picturePath } from "./copies.js";
import { pixels } from "./picture-frame.js";

/** An attachment with its copy. */
export interface Shown {
  readonly attachment: Attachment;
  readonly file: Present;
  readonly kind: MediaWord;
  /** Counts the post's attachments from 1. */
  readonly number: number;
}

/** A film or sound with the browser’s own controls, captions where the archive has them, its description below. */
export function Player({
  page,
  shown,
  lang,
}: {
  readonly page: Page;
  readonly shown: Shown;
  readonly lang: string | null;
}): JSX.Element {
  const { attachment, file, kind } = shown;
  const { strings } = page.site;
  const src = page.href(mediaPath(file.name));
  const label = attachment.alt ?? strings.mediaLabel[kind];
  const poster = picturePath(page.site, attachment.poster);
  return (
    <figure>
      {kind === "video" ? (
        <video
          class="u-video"
          controls
          preload="none"
          src={src}
          poster={poster === null ? undefined : page.href(poster)}
          aria-label={label}
          {...loopOf(file)}
          {...sizeOf(shown)}
        >
          <Captions page={page} attachment={attachment} />
        </video>
      ) : kind === "audio" ? (
        // biome-ignore lint/a11y/useMediaCaption: shown where the archive holds them; the description stands below
        <audio class="u-audio" controls preload="none" src={src} aria-label={label}>
          <Captions page={page} attachment={attachment} />
        </audio>
      ) : (
        <a href={src}>{strings.openFile}</a>
      )}
      {attachment.alt === null || attachment.alt.trim() === "" ? null : (
        <details class="alt">
          <summary>{strings.description}</summary>
          <p lang={lang ?? undefined} dir="auto">
            {attachment.alt}
          </p>
        </details>
      )}
    </figure>
  );
}

/** The subtitles of a film or sound that the archive holds. */
export function Captions({
  page,
  attachment,
}: {
  readonly page: Page;
  readonly attachment: Attachment;
}): JSX.Element {
  const { strings, formats, mediaState } = page.site;
  return (
    <>
      {attachment.captions.map(({ language, media }) => {
        const state = mediaState(media);
        if (state.state === "missing" || state.mediaType !== "text/vtt") return null;
        const name = language === null ? null : formats.languageName(language);
        return (
          <track
            kind="captions"
            src={page.href(mediaPath(state.name))}
            srclang={name === null ? undefined : (language ?? undefined)}
            label={name ?? strings.captions}
          />
        );
      })}
    </>
  );
}

/** What was a moving GIF goes on as one, once it is set going: nothing on these pages moves by itself. */
export function loopOf(file: Present): {
  readonly loop?: true;
  readonly muted?: true;
  readonly playsInline?: true;
} {
  return file.silent === true ? { loop: true, muted: true, playsInline: true } : {};
}

/** As the file says, else as the post does. Both or neither: one alone would reserve a wrong space. */
export function sizeOf({ file, attachment }: Shown): { readonly width?: number; readonly height?: number } {
  return pixels(file) ?? pixels(attachment) ?? {};
}
