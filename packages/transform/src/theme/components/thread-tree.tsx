import type { JSX } from "preact";
import { type Markup, markupOf, Raw } from "../markup.js";
import type { Page, PostCard } from "../site.js";

/** A post in a thread, with the branches that leave it. The chain it belongs to goes on with the next item. */
export interface TreeItem {
  readonly card: PostCard;
  readonly here: boolean;
  readonly branches: readonly (readonly TreeItem[])[];
}

/** A thread as the page of one of its posts shows it. */
export interface ThreadView {
  readonly size: number;
  readonly branches: number;
  readonly items: readonly TreeItem[];
  /** The post whose page it is. */
  readonly open: PostCard;
  /** Its first post, when the thread is too long to be shown in full. */
  readonly start: PostCard | null;
}

/** Steps in no further than this, however often branches branch. */
const DEEPEST = 4;

/** A self-thread: a chain runs straight down one line, only a branch steps in. */
export function Thread({
  page,
  thread,
  article,
}: {
  readonly page: Page;
  readonly thread: ThreadView;
  /** Path of the thread as one article. */
  readonly article: string | null;
}): JSX.Element {
  const { strings, formats } = page.site;
  const { published } = thread.open.post;
  const day = published === null ? null : formats.date(published);
  return (
    <>
      <h2 class="section" id="thread">
        {strings.thread}
      </h2>
      <p class="label">
        {strings.threadLede(thread.size, formats.number(thread.size), thread.branches)}
        {thread.start === null ? null : (
          <>
            {" "}
            {strings.threadWindow} <a href={page.href(thread.start.path)}>{strings.threadStart}</a>
          </>
        )}
        {article === null ? null : (
          <>
            {" "}
            <a href={page.href(article)}>{strings.asArticle}</a>
          </>
        )}
      </p>
      <div class="tree ledger">
        <Chain page={page} items={thread.items} depth={0} day={day} />
      </div>
    </>
  );
}

function Chain({
  page,
  items,
  depth,
  day,
}: {
  readonly page: Page;
  readonly items: readonly TreeItem[];
  readonly depth: number;
  readonly day: string | null;
}): JSX.Element {
  return (
    <ol>
      {items.map((item) => (
        <Knot page={page} item={item} depth={depth} day={day} />
      ))}
    </ol>
  );
}

function Knot({
  page,
  item,
  depth,
  day,
}: {
  readonly page: Page;
  readonly item: TreeItem;
  readonly depth: number;
  readonly day: string | null;
}): JSX.Element {
  const { strings } = page.site;
  return (
    <li class={item.here ? "here" : undefined} aria-current={item.here ? "true" : undefined}>
      {item.here ? (
        <>
          <When page={page} card={item.card} day={day} />
          <p class="stub">{strings.thisPost}</p>
        </>
      ) : (
        <Raw markup={saidIn(page, item.card, day)} />
      )}
      {item.branches.map((branch) => (
        <div class={depth < DEEPEST ? "branch" : "branch deep"}>
          <p>{strings.branch}</p>
          <Chain page={page} items={branch} depth={depth + 1} day={day} />
        </div>
      ))}
    </li>
  );
}

interface Said {
  readonly up: string;
  readonly day: string | null;
  readonly markup: Markup;
}

const said = new WeakMap<PostCard, Said>();

/** What a post of the thread says. The pages of a thread all show it, nearly always alike: it is written once. */
function saidIn(page: Page, card: PostCard, day: string | null): Markup {
  const up = page.href("");
  const before = said.get(card);
  if (before !== undefined && before.up === up && before.day === day) return before.markup;
  const markup = markupOf(
    <>
      <When page={page} card={card} day={day} />
      <Words page={page} card={card} />
    </>,
  );
  said.set(card, { up, day, markup });
  return markup;
}

/** The time alone on the day of the open post, which is the day of most threads. */
function When({
  page,
  card,
  day,
}: {
  readonly page: Page;
  readonly card: PostCard;
  readonly day: string | null;
}): JSX.Element {
  const { strings, formats } = page.site;
  const { published } = card.post;
  const text =
    published === null
      ? strings.undated
      : formats.date(published) === day
        ? formats.time(published)
        : formats.moment(published);
  return (
    <p class="when">
      <a href={page.href(card.path)}>
        {published === null ? text : <time datetime={published}>{text}</time>}
      </a>
    </p>
  );
}

function Words({ page, card }: { readonly page: Page; readonly card: PostCard }): JSX.Element {
  const { strings, formats } = page.site;
  const { post } = card;
  const markup = card.markup(page);
  const { contentWarning, attachments } = post;
  const text =
    markup === null ? null : (
      <Raw class="e-content" lang={post.language ?? undefined} dir={post.direction} markup={markup} />
    );
  return (
    <>
      {contentWarning === null ? (
        text
      ) : text === null ? (
        <p dir="auto">{contentWarning}</p>
      ) : (
        <details class="cw">
          <summary>
            <span class="label">{strings.contentWarning}</span>{" "}
            <span lang={post.language ?? undefined} dir="auto">
              {contentWarning}
            </span>{" "}
            <span class="hint">
              <span class="if-closed">{strings.showIt}</span>
              <span class="if-open">{strings.hideIt}</span>
            </span>
          </summary>
          {text}
        </details>
      )}
      {attachments.length === 0 ? null : (
        <p class="label">
          <a href={page.href(card.path)}>
            {strings.attached(attachments.length, formats.number(attachments.length))}
          </a>
        </p>
      )}
      {post.poll === null ? null : <p class="label">{strings.pollIsThere}</p>}
    </>
  );
}
