import type { Remote } from "comlink";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type {
  Failure,
  OpenedArchive,
  PlaygroundApi,
  TimelineFacts,
  TimelinePage,
  TimelinePost,
  TimelineRequest,
} from "../protocol.js";
import { counted } from "../words.js";
import { PostArticle } from "./post-article.js";
import { TimelineFilters } from "./timeline-filters.js";
import { useMedia } from "./use-media.js";

const FIRST: TimelineRequest = {
  query: "",
  visibilities: ["public", "unlisted"],
  kind: null,
  year: null,
  language: null,
  media: null,
  order: "newest",
  from: 0,
};
/** Typing goes on for so long before a search begins, in ms. */
const PAUSE = 180;

/** The posts, with search and filters. What is private shows only where it is asked for. */
export function TimelineView({
  api,
  facts,
  opened,
}: {
  readonly api: Remote<PlaygroundApi>;
  readonly facts: TimelineFacts;
  readonly opened: OpenedArchive;
}): JSX.Element {
  const [request, setRequest] = useState(FIRST);
  const [posts, setPosts] = useState<readonly TimelinePost[]>([]);
  const [page, setPage] = useState<TimelinePage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(0);
  const media = useMedia(api, opened.randomAccess);

  const ask = async (wanted: TimelineRequest): Promise<void> => {
    asked.current += 1;
    const ticket = asked.current;
    const answer = await api.timeline(wanted);
    // A later question makes an earlier answer stale.
    if (ticket !== asked.current) return;
    if (answer.outcome === "failed") setFailure(answer.failure);
    if (answer.outcome !== "done") return;
    const more = answer.value;
    setFailure(null);
    setPage(more);
    setPosts((before) => (wanted.from === 0 ? more.posts : [...before, ...more.posts]));
  };

  useEffect(() => {
    const timer = setTimeout(() => void ask(request), PAUSE);
    return () => clearTimeout(timer);
  }, [request]);

  const hidden = (["followers", "direct", "unknown"] as const).reduce(
    (sum, each) => sum + (request.visibilities.includes(each) ? 0 : facts.byVisibility[each]),
    0,
  );
  const next = page?.next ?? null;
  return (
    <>
      <h2>Posts</h2>
      <TimelineFilters
        request={request}
        facts={facts}
        onChange={(change) => setRequest((before) => ({ ...before, ...change, from: 0 }))}
      />
      <p role="status" class="found">
        {page !== null && `${page.exact ? "" : "At most "}${counted(page.total, "post")}`}
        {hidden > 0 && `; ${counted(hidden, "private post")} not shown`}
      </p>
      {failure !== null && <p role="alert">{failure.message}</p>}
      {facts.leftOut > 0 && (
        <p class="quiet">
          The timeline holds the newest {counted(facts.posts, "post")}; a browser could not hold{" "}
          {counted(facts.leftOut, "older one")}. Downloads have them all.
        </p>
      )}
      {!media.automatic && posts.some((post) => post.attachments.some((each) => each.media !== null)) && (
        <p>
          <button type="button" onClick={() => media.load(posts)}>
            Load the pictures of these posts
          </button>{" "}
          <span class="quiet">A {opened.container} file is read through for that.</span>
        </p>
      )}
      <ol class="timeline">
        {posts.map((post) => (
          <li key={post.key}>
            <PostArticle post={post} media={media} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <p>
          <button type="button" onClick={() => void ask({ ...request, from: next })}>
            Show more
          </button>
        </p>
      )}
    </>
  );
}
