import type { JSX } from "preact";
import type { Attachment, Post } from "../../post/post.js";
import { hostOf, webAddress } from "../addresses.js";
import { mediaPath, picturePagePath } from "../paths.js";
import type { Page } from "../site.js";
import type { MediaWord } from "../strings/strings.js";
import { Blur } from "./blur.js";
import { pictureSource } from "./copies.js";
import { focus } from "./picture-frame.js";
import { Player, type Shown, sizeOf } from "./player.js";

/** How wide pictures stand, for `sizes`: the measure of the column, else what the edges leave. */
const ONE_COLUMN = "(min-width: 44rem) 38rem, 92vw";
const TWO_COLUMNS = "(min-width: 44rem) 19rem, 46vw";

interface MediaProps {
  readonly page: Page;
  readonly post: Post;
  /** Path of the post's page. */
  readonly path: string;
}

/** Pictures, films and sounds of a post, behind a fold when they are sensitive. */
export function Media({ page, post, path }: MediaProps): JSX.Element | null {
  if (post.attachments.length === 0) return null;
  const plain = <Attachments page={page} post={post} path={path} />;
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

function Attachments({ page, post, path }: MediaProps): JSX.Element {
  const { site } = page;
  const pictures: Shown[] = [];
  const others: JSX.Element[] = [];
  for (const [index, attachment] of post.attachments.entries()) {
    const state = attachment.media === null ? null : site.mediaState(attachment.media);
    if (state === null || state.state === "missing") {
      others.push(<Missing page={page} attachment={attachment} />);
      continue;
    }
    const kind = kindOf(state.mediaType);
    const shown = { attachment, file: state, kind, number: index + 1 };
    if (kind === "image") pictures.push(shown);
    else others.push(<Player page={page} shown={shown} lang={post.language} />);
  }
  return (
    <>
      {grids(pictures).map((grid) => (
        <div class={`media n${grid.length}`}>
          {grid.map((shown) => (
            <Picture page={page} shown={shown} path={path} columns={grid.length === 1 ? 1 : 2} />
          ))}
        </div>
      ))}
      <Descriptions page={page} pictures={pictures} lang={post.language} />
      {others}
    </>
  );
}

function Picture({
  page,
  shown,
  path,
  columns,
}: {
  readonly page: Page;
  readonly shown: Shown;
  readonly path: string;
  readonly columns: 1 | 2;
}): JSX.Element {
  const { attachment, file, number } = shown;
  const { site } = page;
  const href = site.hasGallery ? picturePagePath(path, number) : mediaPath(file.name);
  const alt = attachment.alt ?? "";
  return (
    <a href={page.href(href)} {...(alt === "" && { "aria-label": site.strings.undescribed })}>
      <img
        {...pictureSource(page, file, columns === 1 ? ONE_COLUMN : TWO_COLUMNS)}
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
