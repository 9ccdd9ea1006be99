import { join } from "node:path";
import { createReporter, type RunOptions } from "@archive/schema";
import { type Library, type OutputReport, type Selection, select, writeOutput } from "@archive/transform";
import { sqliteLibrary } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";
import { exitAfterWriting } from "../../lost.js";
import { openInput } from "../../open-input.js";
import { progressLine } from "../../progress.js";
import { announcement, convertText } from "../../render/convert-text.js";
import type { Session } from "../../session.js";
import { targetFacts } from "../../targets.js";
import { checkTimeZone } from "../../time-zone.js";
import { TOOL, VERSION } from "../../version.js";
import type { ConvertDocument } from "./document.js";
import { countLosses } from "./losses.js";
import type { ConvertOptions } from "./options.js";
import { type OutputPlace, outputPlace } from "./output-place.js";

/** Converts an archive: selects, stages, writes, reports. */
export async function runConvert(path: string, options: ConvertOptions, session: Session): Promise<number> {
  const { io } = session;
  const timeZone = checkTimeZone(options.timeZone);
  const place = outputPlace(options.out, path, io.cwd);
  const baseUrl = checkBaseUrl(options);
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: io.signal, onDiagnostic: reporter.report };

  await using archive = await openInput(path, session, run);
  using library = sqliteLibrary();
  const { selection, report } = await selecting(archive, { ...options, timeZone }, library, run, session);
  session.say(announcement(report, options, session));

  const target = await targetFacts(options.to);
  const lost = await countLosses(target, selection, run);
  const files = await write({ ...options, baseUrl }, place, selection, run, session);

  const document: ConvertDocument = {
    archive: { path, container: archive.info.container, dialect: archive.info.dialect },
    target: options.to,
    out: { path: options.out, container: place.kind, index: indexOf(options, place) },
    posts: {
      read: report.items,
      written: report.selected,
      leftOut: report.leftOut,
      byVisibility: report.byVisibility,
    },
    lost,
    media: countMedia(library),
    files,
    diagnostics: reporter.codes(),
  };
  if (session.options.json) session.printJson(document);
  else if (!session.options.quiet) session.print(convertText(document, session));
  return exitAfterWriting(reporter.codes(), "made");
}

async function selecting(
  archive: Parameters<typeof select>[0],
  options: ConvertOptions,
  library: Library,
  run: RunOptions,
  session: Session,
): ReturnType<typeof select> {
  using progress = progressLine(session, "Reading", "posts");
  const { visibility, kinds, since, until, tag, lang: language, thread, limit, timeZone, media } = options;
  const wanted = { library, visibility, kinds, since, until, tag, language, thread, limit, timeZone, media };
  try {
    return await select(archive, wanted, { ...run, onProgress: progress.onProgress });
  } catch (error) {
    // How select() says that an option means nothing, such as a date that is none.
    if (error instanceof RangeError) throw new CliError(EXIT.usage, `${error.message}.`, "", error);
    throw error;
  }
}

async function write(
  options: ConvertOptions,
  place: OutputPlace,
  selection: Selection,
  run: RunOptions,
  session: Session,
): Promise<OutputReport> {
  using progress = progressLine(session, "Writing", "files");
  const sink = place.sink({ force: session.options.force, onDiagnostic: run.onDiagnostic });
  const manifest = { tool: TOOL, version: VERSION, command: `convert ${options.to}` };
  const job = { selection, sink, manifest };
  const running = { ...run, onProgress: progress.onProgress };
  switch (options.to) {
    case "html": {
      const { htmlTarget } = await import("@archive/transform/html");
      const { baseUrl, title, media } = options;
      return await writeOutput({ ...job, target: htmlTarget, options: { baseUrl, title, media } }, running);
    }
    case "markdown": {
      const { markdownTarget } = await import("@archive/transform/markdown");
      return await writeOutput(
        { ...job, target: markdownTarget, options: { media: options.media } },
        running,
      );
    }
  }
}

/** What became of the media files that selected posts, avatar and header refer to. */
function countMedia(library: Library): { readonly copied: number; readonly missing: number } {
  const counts = { copied: 0, missing: 0 };
  for (const { output } of library.scanMedia()) counts[output === null ? "missing" : "copied"] += 1;
  return counts;
}

/** The page to open first. */
function indexOf(options: ConvertOptions, place: OutputPlace): string | null {
  if (options.to !== "html") return null;
  return place.kind === "folder" ? join(options.out, "index.html") : "index.html";
}

function checkBaseUrl({ to, baseUrl, title }: ConvertOptions): string | undefined {
  if (to !== "html" && (baseUrl ?? title) !== undefined) {
    throw new CliError(
      EXIT.usage,
      `--${baseUrl === undefined ? "title" : "base-url"} is an option of --to html.`,
    );
  }
  if (baseUrl === undefined) return undefined;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new CliError(
      EXIT.usage,
      `--base-url is no web address: ${baseUrl}`,
      "It is like https://example.org/archive/.",
    );
  }
  return url.href;
}
