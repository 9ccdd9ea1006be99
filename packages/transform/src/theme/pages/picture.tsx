import type { JSX } from "preact";
import { clip } from "../../content/to-text.js";
import { picturePath, pictureSource } from "../components/copies.js";
import { pixels } from "../components/picture-frame.js";
import { isVeiled, type Plate } from "../components/plate.js";
import { Captions, loopOf } from "../components/player.js";
import { personData, personOf } from "../linked-data.js";
import { mediaPath, PAGES_STYLE_PATH, picturePagePath, publicPath } from "../paths.js";
import type { Page } from "../site.js";

const WHOLE_PAGE = "94vw";
const LONGEST_LABEL = 64;

/** One picture as large as the window, its description, and the post it belongs to. */
export function PicturePage({
  page,
  plate,
  previous,
  next,
}: {
  readonly page: Page;
  readonly plate: Plate;
  readonly previous: Plate | null;
  readonly next: Plate | null;
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const { card, attachment, file, kind, number } = plate;
  const { post } = card;
  const veiled = isVeiled(plate);
  const when = post.published === null ? strings.undated : formats.date(post.published);
  const alt = attachment.alt?.trim() ?? "";
  const known = veiled ? (post.contentWarning ?? "") : alt;
  const name = kind === "image" ? strings.pictureOf(when) : strings.mediaLabel[kind] + formats.comma + when;
  const description = known === "" ? null : clip(known.replace(/\s+/g, " "), 160);
  const path = mediaPath(file.name);
  const words = { lang: post.language ?? undefined, dir: "auto" } as const;
  const said =
    alt === "" ? (
      <p class="label">{strings.noDescription}</p>
    ) : (
      <p class="said" {...words}>
        {alt}
      </p>
    );
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(name, site.title)}
      description={description}
      kind="article"
      indexable={post.audience.visibility === "public"}
      image={veiled ? null : kind === "image" ? path : picturePath(site, attachment.poster)}
      data={
        veiled
          ? null
          : {
              "@type": kind === "image" ? "ImageObject" : "VideoObject",
              name,
              ...(alt === "" ? {} : { description: alt }),
              ...(post.published === null ? {} : { uploadDate: post.published }),
              author: personData(site, personOf(site, post)),
              ...(site.baseUrl === null
                ? {}
                : { contentUrl: site.baseUrl + path, url: site.baseUrl + publicPath(page.path) }),
            }
      }
      sheets={[PAGES_STYLE_PATH]}
      current="gallery"
    >
      {veiled ? (
        <details class="sensitive picture wide">
          <summary>
            <span class="tab">
              <span class="if-closed">
                {post.contentWarning ?? strings.sensitive(kind, 1)}
                <span class="hint">: {strings.showIt}</span>
              </span>
              <span class="if-open">{strings.hideSensitive(kind, 1)}</span>
            </span>
          </summary>
          <Figure page={page} plate={plate} />
          {said}
        </details>
      ) : (
        <div class="picture wide">
          <Figure page={page} plate={plate} />
        </div>
      )}
      <div class="head">
        <h1 class="vh">{name}</h1>
        {veiled ? null : said}
        <p class="label">
          {strings.pictureIn(formats.number(number), formats.number(plate.of))}{" "}
          <a href={page.href(card.path)}>
            {post.published === null ? strings.undatedPost : strings.aPostOf(formats.moment(post.published))}
          </a>
          . <FullSize page={page} plate={plate} />
        </p>
      </div>
      <Ways page={page} previous={previous} next={next} />
    </site.components.Layout>
  );
}

function Figure({ page, plate }: { readonly page: Page; readonly plate: Plate }): JSX.Element {
  const { attachment, file, kind } = plate;
  const src = page.href(mediaPath(file.name));
  const alt = attachment.alt?.trim() ?? "";
  const size = pixels(file) ?? pixels(attachment) ?? {};
  if (kind === "video") {
    const poster = picturePath(page.site, attachment.poster);
    return (
      <video
        controls
        preload="none"
        src={src}
        poster={poster === null ? undefined : page.href(poster)}
        aria-label={alt === "" ? page.site.strings.mediaLabel[kind] : alt}
        {...loopOf(file)}
        {...size}
      >
        <Captions page={page} attachment={attachment} />
      </video>
    );
  }
  return (
    <a href={src} {...(alt === "" && { "aria-label": page.site.strings.openFullSize })}>
      <img {...pictureSource(page, file, WHOLE_PAGE)} alt={alt} {...size} decoding="async" />
    </a>
  );
}

function FullSize({ page, plate }: { readonly page: Page; readonly plate: Plate }): JSX.Element {
  const { strings, formats } = page.site;
  const { file } = plate;
  return (
    <>
      <a href={page.href(mediaPath(file.name))}>{strings.openFullSize}</a>
      {file.width === null || file.height === null
        ? "."
        : `, ${formats.number(file.width)} × ${formats.number(file.height)}.`}
    </>
  );
}

function Ways({
  page,
  previous,
  next,
}: {
  readonly page: Page;
  readonly previous: Plate | null;
  readonly next: Plate | null;
}): JSX.Element | null {
  const { strings } = page.site;
  if (previous === null && next === null) return null;
  const way = (plate: Plate, rel: "prev" | "next", label: string) => (
    <a
      rel={rel}
      class={rel === "next" ? "later" : undefined}
      href={page.href(picturePagePath(plate.card.path, plate.number))}
    >
      <span class="label">{label}</span>{" "}
      <span class="to" lang={plate.card.post.language ?? undefined} dir="auto">
        {nameOf(page, plate)}
      </span>
    </a>
  );
  return (
    <nav class="turn" aria-label={strings.earlierAndLater}>
      {previous === null ? null : way(previous, "prev", strings.previousPicture)}
      {next === null ? null : way(next, "next", strings.nextPicture)}
    </nav>
  );
}

function nameOf(page: Page, plate: Plate): string {
  const { strings, formats } = page.site;
  const { post } = plate.card;
  const alt = plate.attachment.alt?.trim() ?? "";
  const said = isVeiled(plate) ? (post.contentWarning ?? strings.sensitive(plate.kind, 1)) : alt;
  if (said !== "") return clip(said.replace(/\s+/g, " "), LONGEST_LABEL);
  return strings.pictureOf(post.published === null ? strings.undated : formats.date(post.published));
}
