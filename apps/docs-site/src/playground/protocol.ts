import type { CodeReport, Severity, Visibility } from "@archive/schema";
import type { InspectReport, MediaKey, PostKey, PostKind } from "@archive/transform";
import type { IndexedKind } from "@archive/transform/search";
import type { Chosen } from "./chosen.js";

/** Why something could not be done, in words for the person who asked. */
export interface Failure {
  /** Code of the toolkit's list of diagnostics; `null` for what has none, such as an error of this page. */
  readonly code: string | null;
  readonly message: string;
  /** What to do next; may be empty. */
  readonly hint: string;
}

/** How a call to the worker ended. Errors lose their fields on the way between threads, so they go as values. */
export type Answer<T> =
  | { readonly outcome: "done"; readonly value: T }
  | { readonly outcome: "failed"; readonly failure: Failure }
  | { readonly outcome: "cancelled" };

/** How far a step is. */
export interface StepProgress {
  /** Bytes read and to be read; `null` where the whole is not known. */
  readonly part: { readonly done: number; readonly total: number } | null;
  /** Posts read, or files written. */
  readonly items: number;
}

/** Hears of progress, a few times a second. */
export type OnProgress = (progress: StepProgress) => void;

/** What is known once an archive is open. */
export interface OpenedArchive {
  readonly name: string;
  readonly container: string;
  readonly bytes: number;
  /** Whether any file of it can be read without reading those before it. */
  readonly randomAccess: boolean;
}

/** Everything `inspect` counts. */
export type Report = InspectReport;

/** What the timeline can be narrowed to. */
export interface TimelineFacts {
  readonly posts: number;
  readonly years: readonly string[];
  readonly languages: readonly string[];
  readonly byVisibility: Readonly<Record<Visibility, number>>;
  /** Posts beyond the newest so many, which a browser could not hold. */
  readonly leftOut: number;
}

/** What a person asks of the timeline; `null` narrows nothing. */
export interface TimelineRequest {
  readonly query: string;
  readonly visibilities: readonly Visibility[];
  readonly kind: IndexedKind | "boost" | null;
  readonly year: string | null;
  readonly language: string | null;
  readonly media: "image" | "video" | "audio" | null;
  readonly order: "newest" | "oldest";
  readonly from: number;
}

/** An attachment as the timeline shows it. */
export interface TimelineAttachment {
  readonly kind: "image" | "video" | "audio" | "unknown";
  /** The file in the archive; `null` when it is not in it. */
  readonly media: MediaKey | null;
  readonly bytes: number | null;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** Bytes of the largest file that is shown here: a page has to hold what it shows. */
export const LARGEST_SHOWN: number = 256 * 1024 * 1024;

/** A post as the timeline shows it. */
export interface TimelinePost {
  readonly key: PostKey;
  readonly visibility: Visibility;
  readonly kind: PostKind;
  readonly published: string | null;
  readonly edited: boolean;
  readonly url: string | null;
  readonly title: string | null;
  /** Written by the toolkit from the sanitised tree; nothing of the archive's own HTML is in it. */
  readonly html: string;
  readonly contentWarning: string | null;
  readonly sensitive: boolean;
  readonly language: string | null;
  readonly direction: "ltr" | "rtl" | "auto";
  readonly attachments: readonly TimelineAttachment[];
  readonly poll: {
    readonly options: readonly { readonly name: string; readonly votes: number | null }[];
    readonly voters: number | null;
  } | null;
  readonly replyTo: string | "own" | null;
  readonly boostOf: string | null;
}

/** A part of the timeline. */
export interface TimelinePage {
  readonly posts: readonly TimelinePost[];
  /** How many posts there are; with words in a row, how many at most. */
  readonly total: number;
  readonly exact: boolean;
  /** Where to go on; `null` at the end. */
  readonly next: number | null;
}

/** All findings of one code, with what the registry says of it. */
export interface Finding extends CodeReport {
  readonly title: string;
  readonly hint: string;
}

/** What checking the archive found. */
export interface Findings {
  readonly profile: string;
  readonly documents: number;
  readonly items: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly findings: readonly Finding[];
}

/** What an archive can be turned into: names of the toolkit's targets. */
export type OutputName =
  | "html"
  | "markdown"
  | "atom"
  | "rss"
  | "jsonfeed"
  | "csv"
  | "ndjson"
  | "text"
  | "activitystreams";

/** What to make, and of which posts. */
export interface OutputRequest {
  readonly output: OutputName;
  readonly visibilities: readonly Visibility[];
  /** Whom Markdown is for. */
  readonly flavor: string;
  /** Whether pictures, films and sounds are taken along. */
  readonly media: boolean;
}

/** An output that was made. */
export interface MadeOutput {
  readonly blob: Blob;
  readonly name: string;
  readonly files: number;
  readonly posts: number;
  /** What the format can't hold whole, in words. */
  readonly losses: readonly string[];
  readonly findings: readonly Finding[];
}

/** Steps that can be cancelled while they run. */
export type Step = "check" | "convert";

/** What the worker does for the page. */
export interface PlaygroundApi {
  open(chosen: Chosen): Promise<Answer<OpenedArchive>>;
  inspect(onProgress: OnProgress): Promise<Answer<Report>>;
  gather(onProgress: OnProgress): Promise<Answer<TimelineFacts>>;
  timeline(request: TimelineRequest): Promise<Answer<TimelinePage>>;
  /** The files of the archive by their keys; those that are not there or too large are left out. */
  media(keys: readonly MediaKey[]): Promise<Answer<ReadonlyMap<MediaKey, Blob>>>;
  check(onProgress: OnProgress): Promise<Answer<Findings>>;
  convert(request: OutputRequest, onProgress: OnProgress): Promise<Answer<MadeOutput>>;
  cancel(step: Step): void;
}
