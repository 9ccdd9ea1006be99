import { type CodeReport, createReporter } from "@archive/schema";
import { type AuditFinding, audit } from "@archive/transform";
import { EXIT } from "../../exit.js";
import { openInput } from "../../open-input.js";
import { progressLine } from "../../progress.js";
import { auditText } from "../../render/audit-text.js";
import type { Session } from "../../session.js";
import type { AuditDocument } from "./document.js";
import type { AuditCommandOptions } from "./options.js";

/** Addresses shown at a terminal, and in JSON, unless `--max` says otherwise. */
const [FEW, MANY] = [5, 100_000];

/** Looks an archive over. What it finds is no fault: it ends with 0. */
export async function runAudit(
  path: string,
  options: AuditCommandOptions,
  session: Session,
): Promise<number> {
  const reporter = createReporter({ samplesPerCode: 3 });
  const run = { signal: session.io.signal, onDiagnostic: reporter.report };
  const lists = new FindingLists(options.max ?? (session.options.json ? MANY : FEW));

  await using archive = await openInput(path, session, run);
  using progress = progressLine(session, "Looking at", "posts and files");
  const report = await audit(archive, {
    ...run,
    onProgress: progress.onProgress,
    files: options.media,
    onFinding: (finding) => lists.add(finding),
  });
  const codes = reporter.codes();
  const document: AuditDocument = {
    archive: { path, exportedAt: archive.info.exportedAt },
    ...report,
    secrets: secretsIn(codes),
    listed: lists.listed,
    diagnostics: codes,
  };
  if (session.options.json) session.printJson(document);
  else session.print(auditText(document, session));
  return EXIT.done;
}

function secretsIn(codes: readonly CodeReport[]): Record<string, number> {
  const secret = codes.filter(({ code }) => code.startsWith("secret/"));
  return Object.fromEntries(secret.map(({ code, count }) => [code, count]));
}

/** The first findings of each kind. */
class FindingLists {
  readonly listed: {
    readonly [list in keyof AuditDocument["listed"]]: AuditDocument["listed"][list][number][];
  } = {
    altTextMissing: [],
    linkToServer: [],
    mediaOnServer: [],
    filesWithPlace: [],
    filesWithMetadata: [],
  };
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  add(found: AuditFinding): void {
    const { listed } = this;
    if ("path" in found) {
      const isPlace = found.finding === "file-with-place";
      this.#push(isPlace ? listed.filesWithPlace : listed.filesWithMetadata, found.path);
      return;
    }
    const { finding, address, year } = found;
    if (address === null) return;
    if (finding === "alt-text-missing") this.#push(listed.altTextMissing, { address, year });
    else this.#push(finding === "link-to-server" ? listed.linkToServer : listed.mediaOnServer, address);
  }

  #push<T>(list: T[], each: T): void {
    if (list.length < this.#max) list.push(each);
  }
}
