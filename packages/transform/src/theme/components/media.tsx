import type { JSX } from "preact";
import type { Attachment, Post } from "../../post/post.js";
import type { MediaState } from "../../select/selection.js";
import { hostOf, webAddress } from "../addresses.js";
import { mediaPath } from "../paths.js";
import type { Page } from "../site.js";
import type { MediaWord } from "../strings/strings.js";
import { Blur } from "./blur.js";
import { focus, pixels } from "./picture-frame.js";

type Present = Extract<MediaState, { state: "present" }>;

/** An attachment with its copy. */
interface Shown {
  readonly attachment: Attachment;
  readonly file: Present;
  readonly kind: MediaWord;
}

/** Pictures, films and sounds of a post, behind a fold when they are sensitive. */
export function Media({ page, post }: { readonly page: Page; readonly post: Post }): JSX.Element | null {
  if (post.attachments.length === 0) return null;
  const plain = <Attachments page={page} post={post} />;
  return post.sensitive ? (
    <Sensitive page={page} post={post}>
      {plain}
    </Sensitive>
  ) : (
    plain
  );
}

function Sensitive({
  page,
  post,
  children,
}: {
  readonly page: Page;
  readonly post: Post;
  readonly children: JSX.Element;
}): JSX.Element {
  const { strings } = page.site;
  const kind = commonKind(post.attachments);
  const count = post.attachments.length;
  const blurhash = post.attachments.find((attachment) => attachment.blurhash !== null)?.blurhash ?? null;
  return (
    <details class="sensitive">
      <summary>
        {blurhash === null ? null : <Blur hash={blurhash} />}
        <span class="tab">
          <span class="if-closed">
            {strings.sensitive(kind, count)}
            <span class="hint">: {strings.showIt}</span>
          </span>
          <span class="if-open">{strings.hideSensitive(kind, count)}</span>
        </span>
      </summary>
      {children}
    </details>
  );
}

function Attachments({ page, post }: { readonly page: Page; readonly post: Post }): JSX.Element {
  const { site } = page;
  const pictures: Shown[] = [];
  const others: JSX.Element[] = [];
  for (const attachment of post.attachments) {
    const state = attachment.media === null ? null : site.mediaState(attachment.media);
    if (state === null || state.state === "missing") {
      others.push(<Missing page={page} attachment={attachment} />);
      continue;
    }
    const kind = kindOf(state.mediaType);
    const shown = { attachment, file: state, kind };
    if (kind === "image") pictures.push(shown);
    else others.push(<Player page={page} shown={shown} lang={post.language} />);
  }
  return (
    <>
      {grids(pictures).map((grid) => (
        <div class={`media n${grid.length}`}>
          {grid.map((shown) => (
            <Picture page={page} shown={shown} />
          ))}
        </div>
      ))}
      <Descriptions page={page} pictures={pictures} lang={post.language} />
      {others}
    </>
  );
}

function Picture({ page, shown }: { readonly page: Page; readonly shown: Shown }): JSX.Element {
  const { attachment, file } = shown;
  const href = page.href(mediaPath(file.name));
  const alt = attachment.alt ?? "";
  return (
    <a href={href} {...(alt === "" && { "aria-label": page.site.strings.undescribed })}>
      <img
        src={href}
        alt={alt}
        {...sizeOf(shown)}
        class={`u-photo${focus(attachment)}`}
        loading="lazy"
        decoding="async"
      />
    </a>
  );
}

function Descriptions({
  page,
  pictures,
  lang,
}: {
  readonly page: Page;
  readonly pictures: readonly Shown[];
  readonly lang: string | null;
}): JSX.Element | null {
  const { strings } = page.site;
  const described = pictures.flatMap(({ attachment }, index) =>
    attachment.alt === null || attachment.alt.trim() === ""
      ? []
      : [{ number: index + 1, text: attachment.alt }],
  );
  const [first] = described;
  if (first === undefined) return null;
  return (
    <details class="alt">
      <summary>{described.length === 1 ? strings.description : strings.descriptions}</summary>
      {pictures.length === 1 ? (
        <p lang={lang ?? undefined} dir="auto">
          {first.text}
        </p>
      ) : (
        <ol>
          {described.map(({ number, text }) => (
            <li value={number} lang={lang ?? undefined} dir="auto">
              {text}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

function Player({
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
  return (
    <figure>
      {kind === "video" ? (
        <video class="u-video" controls preload="none" src={src} aria-label={label} {...sizeOf(shown)} />
      ) : kind === "audio" ? (
        // biome-ignore lint/a11y/useMediaCaption: an archive holds none; the description stands below
        <audio class="u-audio" controls preload="none" src={src} aria-label={label} />
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

function Missing({
  page,
  attachment,
}: {
  readonly page: Page;
  readonly attachment: Attachment;
}): JSX.Element {
  const { strings, withMedia } = page.site;
  const address = webAddress(attachment.remoteUrl);
  const host = hostOf(address);
  return (
    <div class="missing">
      {address !== null && host !== null ? (
        <p class="label">
          {strings.elsewhere[attachment.kind]} <a href={address}>{strings.onHost(host)}</a>
        </p>
      ) : (
        <p class="label">{(withMedia ? strings.missing : strings.leftOut)[attachment.kind]}</p>
      )}
      {attachment.alt === null || attachment.alt.trim() === "" ? null : (
        <blockquote dir="auto">{attachment.alt}</blockquote>
      )}
    </div>
  );
}

/** Groups of at most four, none of them a single picture behind four others. */
function grids(pictures: readonly Shown[]): readonly (readonly Shown[])[] {
  const groups: (readonly Shown[])[] = [];
  let start = 0;
  while (start < pictures.length) {
    const left = pictures.length - start;
    const size = left <= 4 ? left : left === 5 ? 3 : 4;
    groups.push(pictures.slice(start, start + size));
    start += size;
  }
  return groups;
}

function kindOf(mediaType: string): MediaWord {
  const [kind] = mediaType.split("/");
  return kind === "image" || kind === "video" || kind === "audio" ? kind : "unknown";
}

function commonKind(attachments: readonly Attachment[]): MediaWord {
  const kinds = new Set(attachments.map(({ kind }) => kind));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : "unknown";
}

/** As the file says, else as the post does. Both or neither: one alone would reserve a wrong space. */
function sizeOf({ file, attachment }: Shown): { readonly width?: number; readonly height?: number } {
  return pixels(file) ?? pixels(attachment) ?? {};
}
