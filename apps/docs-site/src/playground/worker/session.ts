import { type Archive, openArchive } from "@archive/reader";
import { createReporter, type Diagnostic } from "@archive/schema";
import { inspect, validate } from "@archive/transform";
import type { Chosen } from "../chosen.js";
import type {
  Answer,
  Findings,
  MadeOutput,
  OnProgress,
  OpenedArchive,
  PlaygroundApi,
  Report,
  Step,
  TimelineFacts,
  TimelinePage,
} from "../protocol.js";
import { answer, seldom } from "./answer.js";
import { archiveMedia } from "./archive-media.js";
import { convert } from "./convert.js";
import { findingsOf } from "./findings.js";
import { Timeline } from "./timeline.js";

interface Opened {
  readonly archive: Archive;
  /** Found on opening; told again with the findings of the check. */
  readonly found: readonly Diagnostic[];
  readonly outboxBytes: number | null;
}

/** Findings that opening keeps for later; a broken archive may have one for each of its entries. */
const MOST_KEPT = 500;

/**
 * One archive, from opening to downloads. The page ends the thread to be done with it, so that nothing of an archive
 * stays in memory.
 */
export class Session implements PlaygroundApi {
  #opened: Opened | null = null;
  #posts = 0;
  #timeline: Timeline | null = null;
  readonly #running = new Map<Step, AbortController>();

  open({ name, source }: Chosen): Promise<Answer<OpenedArchive>> {
    return answer(undefined, async () => {
      const found: Diagnostic[] = [];
      const archive = await openArchive(source, {
        onDiagnostic: (each) => {
          if (found.length < MOST_KEPT) found.push(each);
        },
      });
      let outboxBytes: number | null = null;
      for await (const entry of archive.entries()) {
        if (entry.role === "outbox") outboxBytes = (outboxBytes ?? 0) + (entry.size ?? 0);
      }
      this.#opened = { archive, found, outboxBytes: outboxBytes === 0 ? null : outboxBytes };
      const { container, bytes } = archive.info;
      return { name, container, bytes, randomAccess: !container.endsWith("gz") };
    });
  }

  inspect(onProgress: OnProgress): Promise<Answer<Report>> {
    return answer(undefined, async () => {
      const { archive, outboxBytes } = this.#archive();
      const report = await inspect(archive, { onProgress: readingProgress(outboxBytes, onProgress) });
      this.#posts = report.posts.total;
      return report;
    });
  }

  gather(onProgress: OnProgress): Promise<Answer<TimelineFacts>> {
    return answer(undefined, async () => {
      const { archive, outboxBytes } = this.#archive();
      this.#timeline = await Timeline.gather(archive, this.#posts, outboxBytes, seldom(onProgress));
      return this.#timeline.facts();
    });
  }

  timeline(request: Parameters<PlaygroundApi["timeline"]>[0]): Promise<Answer<TimelinePage>> {
    return answer(undefined, () => this.#shown().page(request));
  }

  media(keys: readonly string[]): Promise<Answer<ReadonlyMap<string, Blob>>> {
    return answer(undefined, () => archiveMedia(this.#archive().archive, this.#shown().library, keys));
  }

  check(onProgress: OnProgress): Promise<Answer<Findings>> {
    const { signal } = this.#begin("check");
    return answer(signal, async () => {
      const { archive, found, outboxBytes } = this.#archive();
      const { report, codes, counts } = createReporter();
      for (const each of found) report(each);
      const { profile, checked } = await validate(archive, {
        signal,
        onDiagnostic: report,
        onProgress: readingProgress(outboxBytes, onProgress),
      });
      return { profile, ...checked, counts: { ...counts }, findings: findingsOf(codes()) };
    });
  }

  convert(
    request: Parameters<PlaygroundApi["convert"]>[0],
    onProgress: OnProgress,
  ): Promise<Answer<MadeOutput>> {
    const { signal } = this.#begin("convert");
    return answer(signal, () => {
      const { archive, outboxBytes } = this.#archive();
      return convert(archive, request, outboxBytes, seldom(onProgress), signal);
    });
  }

  cancel(step: Step): void {
    this.#running.get(step)?.abort();
  }

  #begin(step: Step): AbortController {
    this.cancel(step);
    const controller = new AbortController();
    this.#running.set(step, controller);
    return controller;
  }

  #archive(): Opened {
    if (this.#opened === null) throw new Error("No archive is open.");
    return this.#opened;
  }

  #shown(): Timeline {
    if (this.#timeline === null) throw new Error("The posts were not gathered.");
    return this.#timeline;
  }
}

function readingProgress(
  outboxBytes: number | null,
  onProgress: OnProgress,
): (progress: { readonly bytes: number; readonly items: number }) => void {
  const tell = seldom(onProgress);
  return ({ bytes, items }) =>
    tell({ part: outboxBytes === null ? null : { done: bytes, total: outboxBytes }, items });
}
