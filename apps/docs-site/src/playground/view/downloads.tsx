import type { Visibility } from "@archive/schema";
import { proxy, type Remote } from "comlink";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure, MadeOutput, OutputName, PlaygroundApi, StepProgress } from "../protocol.js";
import { counted, isPrivate, size } from "../words.js";
import { Explained } from "./explained.js";
import { FindingDetails } from "./finding-list.js";
import { StepBar } from "./step-bar.js";
import { VisibilityChoice } from "./visibility-choice.js";

interface Offer {
  readonly output: OutputName;
  readonly name: string;
  readonly words: string;
  /** Whether media are part of it. */
  readonly media: boolean;
}

const OFFERS: readonly Offer[] = [
  {
    output: "html",
    name: "Web site",
    words: "Pages with search, to open from a disk or to publish.",
    media: true,
  },
  { output: "markdown", name: "Markdown", words: "For editors, or as a whole blog.", media: true },
  { output: "atom", name: "Atom feed", words: "All posts in one feed, for readers.", media: false },
  { output: "rss", name: "RSS feed", words: "The same as RSS 2.0.", media: false },
  { output: "jsonfeed", name: "JSON Feed", words: "The same as JSON Feed 1.1.", media: false },
  { output: "csv", name: "CSV", words: "One row a post, for spreadsheets.", media: false },
  { output: "ndjson", name: "NDJSON", words: "One JSON document a line, for programs.", media: false },
  { output: "text", name: "Plain text", words: "Words only.", media: false },
  {
    output: "activitystreams",
    name: "ActivityStreams",
    words: "The archive’s own documents, cleaned: no keys, no traces of posts left out.",
    media: true,
  },
];
const FLAVORS = [
  ["plain", "Plain files"],
  ["hugo", "Hugo"],
  ["jekyll", "Jekyll"],
  ["eleventy", "Eleventy"],
  ["astro", "Astro"],
  ["zola", "Zola"],
  ["obsidian", "Obsidian"],
] as const;

interface Made extends MadeOutput {
  readonly offer: Offer;
  readonly url: string;
}

/** What the archive can be turned into. */
export function Downloads({
  api,
  byVisibility,
  base,
}: {
  readonly api: Remote<PlaygroundApi>;
  readonly byVisibility: Readonly<Record<Visibility, number>>;
  readonly base: string;
}): JSX.Element {
  const [visibilities, setVisibilities] = useState<readonly Visibility[]>(["public", "unlisted"]);
  const [flavor, setFlavor] = useState("plain");
  const [media, setMedia] = useState(true);
  const [running, setRunning] = useState<Offer | null>(null);
  const [progress, setProgress] = useState<StepProgress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (made === null) return;
    link.current?.click();
    return () => URL.revokeObjectURL(made.url);
  }, [made]);

  const make = async (offer: Offer): Promise<void> => {
    setRunning(offer);
    setProgress(null);
    setFailure(null);
    setMade(null);
    const request = { output: offer.output, visibilities, flavor, media };
    const answer = await api.convert(request, proxy(setProgress));
    setRunning(null);
    if (answer.outcome === "done") {
      setMade({ ...answer.value, offer, url: URL.createObjectURL(answer.value.blob) });
    } else if (answer.outcome === "failed") setFailure(answer.failure);
  };

  const secret = visibilities
    .filter((each) => isPrivate(each))
    .reduce((sum, each) => sum + byVisibility[each], 0);
  return (
    <>
      <h2>Take it with you</h2>
      <div class="choices">
        <VisibilityChoice
          legend="Posts to take"
          chosen={visibilities}
          byVisibility={byVisibility}
          onChange={setVisibilities}
        />
        <fieldset>
          <legend>With them</legend>
          <label>
            <input
              type="checkbox"
              checked={media}
              onChange={(event) => setMedia(event.currentTarget.checked)}
            />{" "}
            Pictures, films and sounds
          </label>
        </fieldset>
      </div>
      {secret > 0 && (
        <p class="trouble" role="status">
          {counted(secret, "private post")} will be in the file. Others wrote some of these words for you
          alone: keep it to yourself.
        </p>
      )}
      <ul class="offers">
        {OFFERS.map((offer) => (
          <li key={offer.output}>
            <h3 id={`offer-${offer.output}`}>{offer.name}</h3>
            <p>{offer.words}</p>
            {offer.output === "markdown" && (
              <label>
                Made for{" "}
                <select value={flavor} onChange={(event) => setFlavor(event.currentTarget.value)}>
                  {FLAVORS.map(([value, name]) => (
                    <option key={value} value={value}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <button
              type="button"
              id={`make-${offer.output}`}
              aria-labelledby={`make-${offer.output} offer-${offer.output}`}
              disabled={running !== null || visibilities.length === 0}
              onClick={() => void make(offer)}
            >
              Make
            </button>
            {running === offer && (
              <StepBar label="Making" progress={progress} onCancel={() => void api.cancel("convert")} />
            )}
            <div role="status">
              {made?.offer === offer && (
                <>
                  <a
                    ref={link}
                    class="button primary"
                    href={made.url}
                    download={made.name}
                    data-astro-prefetch="false"
                  >
                    Save {made.name} ({size(made.blob.size)})
                  </a>
                  <p>
                    {counted(made.posts, "post")} in {counted(made.files, "file")}.
                  </p>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {failure !== null && <Explained failure={failure} base={base} />}
      {made !== null && made.losses.length > 0 && (
        <details>
          <summary>What {made.offer.name} can’t hold whole</summary>
          <ul>
            {made.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </details>
      )}
      {made !== null && made.findings.length > 0 && (
        <ul class="findings">
          {made.findings.map((finding) => (
            <li key={finding.code}>
              <FindingDetails finding={finding} base={base} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
