import { join } from "node:path";
import { createReporter } from "@archive/schema";
import { type OutputReport, writeOutput } from "@archive/transform";
import {
  DESTINATIONS,
  MIGRATE_COLLECTIONS,
  type MigrateOptions,
  type MoveLosses,
  migrateTarget,
} from "@archive/transform/migrate-kit";
import { sqliteLibrary } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";
import { exitAfterWriting } from "../../lost.js";
import { openInputs } from "../../open-inputs.js";
import { outputPath } from "../../output-path.js";
import { progressLine } from "../../progress.js";
import { migrateAnnouncement, migrateText } from "../../render/migrate-text.js";
import { checkAccounts } from "../../selecting/one-account.js";
import { selectFrom } from "../../selecting/select-from.js";
import { selectionOf } from "../../selecting/selection-of.js";
import type { Session } from "../../session.js";
import { TOOL, VERSION } from "../../version.js";
import { containerOf, sinkAt, tryPlace } from "../convert/output-place.js";
import type { MigrateDocument } from "./document.js";
import type { MigrateCommandOptions } from "./options.js";
import { loadPosts } from "./posts.js";

const INDEX = "checklist.html";

/** Writes the kit for a move. */
export async function runMigrate(
  paths: readonly string[],
  options: MigrateCommandOptions,
  session: Session,
): Promise<number> {
  const { io } = session;
  checkOptions(options);
  const wanted = selectionOf(options);
  const path = outputPath(options.out, paths, io.cwd);
  const container = containerOf(options.out);
  const target = await loadPosts(DESTINATIONS[options.to].posts, options);
  const manifest = { tool: TOOL, version: VERSION, command: `migrate ${options.to}` };
  await tryPlace(sinkAt(container, path, { force: session.options.force }), manifest);
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: io.signal, onDiagnostic: reporter.report };

  await using inputs = await openInputs(paths, session, run, { beside: options.beside });
  using library = sqliteLibrary({ oneThread: io.cores === 1 });
  const media = target !== null && wanted.media !== false;
  const needs = { ...wanted, ...target?.needs, media, collections: MIGRATE_COLLECTIONS };
  const { selection, report } = await selectFrom(inputs.archives, { ...needs, library }, run, session);
  checkAccounts(migrateTarget, selection, "A kit for a move");
  const posts = target === null ? null : await target.count(selection, run);
  session.say(migrateAnnouncement(report, options, session));

  let losses: MoveLosses | null = null;
  const kit: MigrateOptions = {
    to: options.to,
    from: options.from,
    posts,
    onLosses: (found) => {
      losses = found;
    },
  };
  const sink = sinkAt(container, path, { force: session.options.force, onDiagnostic: reporter.report });
  const job = { target: migrateTarget, options: kit, selection, sink, manifest };
  const files = await written(job, run, session);
  const document: MigrateDocument = {
    archives: inputs.archives.map(({ info }, at) => ({
      ...{ path: paths[at] ?? "-", container: info.container, dialect: info.dialect },
    })),
    out: {
      path: options.out,
      container,
      index: container === "folder" ? join(options.out, INDEX) : INDEX,
    },
    posts: { read: report.items, leftOut: report.leftOut },
    losses: known(losses),
    files,
    diagnostics: reporter.codes(),
  };
  if (session.options.json) session.printJson(document);
  else if (!session.options.quiet) session.print(migrateText(document, session));
  return exitAfterWriting(reporter.codes(), "made");
}

async function written(
  job: Parameters<typeof writeOutput<MigrateOptions>>[0],
  run: Parameters<typeof writeOutput>[1],
  session: Session,
): Promise<OutputReport> {
  using progress = progressLine(session, "Writing", "files");
  return writeOutput(job, { ...run, onProgress: progress.onProgress });
}

/** The kit was written whole, so it has told. */
function known(losses: MoveLosses | null): MoveLosses {
  if (losses === null) throw new TypeError("The kit told no losses.");
  return losses;
}

function checkOptions({ from, to, baseUrl, maxUpload }: MigrateCommandOptions): void {
  const isDay =
    from === undefined ||
    (/^\d{4}-\d{2}-\d{2}$/.test(from) &&
      !Number.isNaN(Date.parse(`${from}T00:00:00Z`)) &&
      new Date(`${from}T00:00:00Z`).toISOString().startsWith(from));
  if (!isDay) throw new CliError(EXIT.usage, `--from is no date: ${from}`, "It is like 2026-05-01.");
  if (to === "wordpress") return;
  if (baseUrl !== undefined) throw new CliError(EXIT.usage, "--base-url is an option of --to wordpress.");
  if (maxUpload !== undefined) throw new CliError(EXIT.usage, "--max-upload is an option of --to wordpress.");
}
