import { mastodonArchive, packZip } from "@archive/fixtures";
import { openArchive } from "@archive/reader";
import type { Feature, Selection, Support, Target } from "@archive/transform";
import { memorySource } from "./memory-source.js";
import { filesWith, reopened, selecting, split } from "./round-trip.js";
import { type Seen, seenIn } from "./seen.js";
import type { Parts, Specimen } from "./specimens.js";

/**
 * What becomes of a feature, as it was seen: all its values read again as they were (`same`), all different but not
 * as they were (`apart`), some of them different (`some`), or none (`none`).
 */
export type Verdict = "same" | "apart" | "some" | "none";

type Files = ReadonlyMap<string, Uint8Array>;

/** A target that is measured, with its options. */
interface Measured<Options> {
  readonly target: Target<Options>;
  readonly options: Options;
  /**
   * Who looks at the output: this toolkit's own reader, or what an importer makes of it. Unless told, every byte of
   * it is looked at.
   */
  readonly seenBy?: "reader" | ((files: Files) => unknown);
}

/** What was found of one feature. */
export interface Measurement {
  readonly verdict: Verdict;
  /** Values that can't be told from one another. */
  readonly alike: readonly (readonly string[])[];
  /** What was seen of each value. */
  readonly seen: ReadonlyMap<string, string>;
}

/** One target, ready to be measured. */
export interface Measure {
  readonly support: Readonly<Record<Feature, Support>>;
  readonly isRead: boolean;
  /** The files it makes of a selection. */
  write(selection: Selection): Promise<Files>;
  of(specimen: Specimen): Promise<Measurement>;
}

/** What one value of a feature came to. */
interface Trial {
  /** The post that has the feature is not in the output. */
  readonly refused: boolean;
  /** The feature in the archive, and as it was seen in the output. */
  readonly before: string;
  readonly after: string;
  readonly text: string;
}

/** A target with its options filled in. */
export function measured<Options>(job: Measured<Options>): Measure {
  return {
    support: job.target.support,
    isRead: job.seenBy === "reader",
    write: (selection) => filesWith(job.target, selection, job.options),
    async of({ values, facet }) {
      const trials = new Map<string, Trial>();
      for (const [name, parts] of Object.entries(values)) trials.set(name, await tried(job, parts, facet));
      return {
        verdict: verdictOf([...trials.values()], job.seenBy === "reader"),
        alike: alikeOf(trials),
        seen: new Map([...trials].map(([name, { text }]) => [name, text])),
      };
    },
  };
}

async function tried<Options>(
  { target, options, seenBy }: Measured<Options>,
  { earlier, ...parts }: Parts,
  facet: Specimen["facet"],
): Promise<Trial> {
  await using archive = await openArchive(await packZip(mastodonArchive(parts)));
  const older = earlier?.map((activity) => JSON.parse(JSON.stringify(activity)));
  const sources =
    older === undefined
      ? archive
      : [memorySource({ activities: older, exportedAt: "2020-01-01T00:00:00Z" }), archive];
  const selection = await selecting(sources, { history: true });
  const files = await filesWith(target, selection, options);
  const { taken } = await split(target, selection);
  const posts = await seenIn(selection);
  // Nothing could be told from an output of nothing.
  if (posts.length === 0) throw new Error("The archive has no posts");
  const refused = taken.length < posts.length;
  const before = textOf(posts, facet);
  const text = typeof seenBy === "function" ? JSON.stringify(seenBy(files)) : textsOf(files);
  if (seenBy !== "reader") return { refused, before, after: text, text };
  return { refused, before, after: textOf(await again(files, selection), facet), text };
}

async function again(files: Files, before: Selection): Promise<readonly Seen[]> {
  await using archive = await reopened(files, before.account?.handle ?? undefined);
  return seenIn(await selecting(archive, { history: true }));
}

/** The feature of the newest post, which is the one that has it; `[]` where there is no post. */
function textOf(posts: readonly Seen[], facet: Specimen["facet"]): string {
  return JSON.stringify(posts.slice(-1).map(facet));
}

function textsOf(files: Files): string {
  const decoder = new TextDecoder();
  // Media as Latin 1, which tells every byte from every other.
  const bytes = new TextDecoder("latin1");
  const isText = (path: string): boolean => /\.(?:json|html|md|xml|csv|txt|ndjson|atom|rss|ics)$/.test(path);
  return [...files]
    .map(([path, content]) => `${path}\n${(isText(path) ? decoder : bytes).decode(content)}`)
    .join("\n");
}

function verdictOf(trials: readonly Trial[], isRead: boolean): Verdict {
  if (isRead && trials.every(({ before, after, refused }) => !refused && before === after)) return "same";
  const [, ...others] = trials;
  const all = new Set(trials.map(({ after }) => after));
  if (all.size === trials.length && !trials.some(({ refused }) => refused)) return "apart";
  // A value that is left out, with the post that has it, is not told from another that is.
  const isNone =
    all.size === 1 ||
    (new Set(others.map(({ after }) => after)).size === 1 && others.every(({ refused }) => refused));
  return isNone ? "none" : "some";
}

function alikeOf(trials: ReadonlyMap<string, Trial>): readonly (readonly string[])[] {
  const groups = Map.groupBy([...trials], ([, { refused, after }]) => (refused ? "" : after));
  return [...groups.values()].map((group) => group.map(([name]) => name)).filter(({ length }) => length > 1);
}
