import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { LARGEST_SHOWN, type TimelineAttachment, type TimelinePost } from "../protocol.js";
import { count, isPrivate, moment, size, VISIBILITY_WORDS } from "../words.js";
import type { ShownMedia } from "./use-media.js";

const KIND_WORDS = {
  post: "",
  reply: "Reply",
  selfReply: "Reply to oneself",
  boost: "Boost",
  poll: "Poll",
} as const;
const NOTHING = { image: "Picture", video: "Film", audio: "Sound", unknown: "File" } as const;

/** One post of the timeline. */
export function PostArticle({
  post,
  media,
}: {
  readonly post: TimelinePost;
  readonly media: ShownMedia;
}): JSX.Element {
  const secret = isPrivate(post.visibility);
  const words = VISIBILITY_WORDS[post.visibility];
  const when = post.published === null ? "without a date" : moment(post.published);
  useEffect(() => {
    if (media.automatic) media.load([post]);
  }, [post.key]);
  return (
    <article class={secret ? "post private" : "post"} aria-label={`${words.name} post, ${when}`}>
      <header>
        {post.published === null ? <span>{when}</span> : <time dateTime={post.published}>{when}</time>}
        <span class="badge">{secret ? `${words.name}: written for ${words.who}` : words.name}</span>
        {KIND_WORDS[post.kind] !== "" && <span>{KIND_WORDS[post.kind]}</span>}
        {post.edited && <span>edited</span>}
      </header>
      <Warned warning={post.contentWarning}>
        {post.title !== null && <h3 dir="auto">{post.title}</h3>}
        {post.html !== "" && (
          <div
            class="content"
            dir={post.direction}
            lang={post.language ?? undefined}
            ref={openLinksApart}
            // Written by toHtml from the sanitised tree, which can say nothing else.
            dangerouslySetInnerHTML={{ __html: post.html }}
          />
        )}
        {post.boostOf !== null && (
          <p>
            Boosted {post.boostOf === "" ? "a post of one’s own" : <Away href={post.boostOf} />}. An export
            holds no more of it.
          </p>
        )}
        {post.poll !== null && (
          <ul class="poll">
            {post.poll.options.map(({ name, votes }) => (
              <li key={name} dir="auto">
                {name} {votes !== null && <span class="quiet">{count(votes)}</span>}
              </li>
            ))}
          </ul>
        )}
        {post.attachments.length > 0 && (
          <Warned warning={post.sensitive && post.contentWarning === null ? "Sensitive media" : null}>
            <ul class="media">
              {post.attachments.map((attachment, index) => (
                <li key={index}>
                  <Attached attachment={attachment} media={media} />
                </li>
              ))}
            </ul>
          </Warned>
        )}
      </Warned>
      <footer>
        {post.replyTo !== null && (
          <span>
            In reply to {post.replyTo === "own" ? "a post of one’s own" : <Away href={post.replyTo} />}
          </span>
        )}
        {post.url !== null && (
          <a href={post.url} target="_blank" rel="nofollow noopener noreferrer" data-astro-prefetch="false">
            Original
          </a>
        )}
      </footer>
    </article>
  );
}

/** What an author folded stays folded. */
function Warned({
  warning,
  children,
}: {
  readonly warning: string | null;
  readonly children: ComponentChildren;
}): JSX.Element {
  if (warning === null) return <>{children}</>;
  return (
    <details class="warned">
      <summary dir="auto">{warning}</summary>
      {children}
    </details>
  );
}

/** A link to another server, which people follow if they like; what it is called is where it leads. */
function Away({ href }: { readonly href: string }): JSX.Element {
  if (!/^https?:\/\//i.test(href)) return <code>{href}</code>;
  return (
    <a href={href} target="_blank" rel="nofollow noopener noreferrer" data-astro-prefetch="false">
      {href}
    </a>
  );
}

/** Links in a post open beside this page: leaving it would close the archive. */
function openLinksApart(content: HTMLElement | null): void {
  for (const link of content?.querySelectorAll("a") ?? []) link.target = "_blank";
}

function Attached({
  attachment,
  media,
}: {
  readonly attachment: TimelineAttachment;
  readonly media: ShownMedia;
}): JSX.Element {
  const { kind, media: key, alt, bytes, width, height } = attachment;
  const described = alt === null || alt.trim() === "" ? null : alt;
  const words = described === null ? "" : `: ${described}`;
  if (key === null) {
    return (
      <p class="quiet">
        {NOTHING[kind]}, not in the archive{words}
      </p>
    );
  }
  const url = media.urlOf(key);
  if (url === null || (bytes ?? 0) > LARGEST_SHOWN) {
    return (
      <p class="quiet">
        {NOTHING[kind]}, {url === null ? "can’t be read" : `${size(bytes ?? 0)}, too large to be shown here`}
        {words}
      </p>
    );
  }
  if (url === undefined) {
    return (
      <p>
        <button type="button" onClick={() => media.loadFile(key)}>
          {NOTHING[kind]}
          {bytes !== null && `, ${size(bytes)}`}
        </button>
        {described !== null && <span class="quiet"> {described}</span>}
      </p>
    );
  }
  if (kind === "image") {
    return (
      <figure>
        <img src={url} alt={described ?? ""} width={width ?? undefined} height={height ?? undefined} />
        <Caption text={described} />
      </figure>
    );
  }
  return (
    <figure>
      {kind === "audio" ? (
        // biome-ignore lint/a11y/useMediaCaption: an archive has none.
        <audio controls src={url} aria-label={described ?? "Sound"} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: an archive has none.
        <video controls src={url} aria-label={described ?? "Film"} />
      )}
      <Caption text={described} />
    </figure>
  );
}

/** Who can't see the picture has heard its description already; who can may look. */
function Caption({ text }: { readonly text: string | null }): JSX.Element {
  return (
    <figcaption class="quiet">
      {text === null ? (
        "No description"
      ) : (
        <details>
          <summary>Description</summary>
          <span dir="auto">{text}</span>
        </details>
      )}
    </figcaption>
  );
}
