import { createReporter } from "@archive/schema";
import { diff, type PostChange } from "@archive/transform";
import { EXIT } from "../../exit.js";
import { openInputs } from "../../open-inputs.js";
import { progressLine } from "../../progress.js";
import { diffText } from "../../render/diff-text.js";
import type { Session } from "../../session.js";
import type { DiffDocument, ListedChange } from "./document.js";
import type { DiffCommandOptions } from "./options.js";

/** Addresses shown at a terminal, and in JSON, unless `--max` says otherwise. */
const [FEW, MANY] = [10, 100_000];

/** Compares two exports. Differences are no fault: it ends with 0. */
export async function runDiff(
  paths: readonly [string, string],
  options: DiffCommandOptions,
  session: Session,
): Promise<number> {
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: session.io.signal, onDiagnostic: reporter.report };
  const listed: Record<PostChange["change"], ListedChange[]> = { added: [], edited: [], gone: [] };
  const max = options.max ?? (session.options.json ? MANY : FEW);

  await using inputs = await openInputs(paths, session, run);
  const [older, newer] = inputs.archives;
  if (older === undefined || newer === undefined) throw new RangeError("diff compares two archives");
  using progress = progressLine(session, "Comparing", "posts");
  const report = await diff(older, newer, {
    ...run,
    onProgress: progress.onProgress,
    onChange({ change, address, kind, visibility, published }) {
      if (address !== null && listed[change].length < max)
        listed[change].push({ address, kind, visibility, published });
    },
  });
  const document: DiffDocument = {
    ...report,
    older: { path: paths[0], ...report.older },
    newer: { path: paths[1], ...report.newer },
    listed,
    diagnostics: reporter.codes(),
  };
  if (session.options.json) session.printJson(document);
  else session.print(diffText(document, session));
  return EXIT.done;
}
