import { diagnostic, type RunOptions } from "@archive/schema";
import type { Entry } from "../containers/container.js";
import { joinedBytes } from "./joined-bytes.js";
import { isAddressLog, isPrivateKey, mayBeKey, nameOf } from "./roles.js";
import { holdsPrivateKey } from "./secrets.js";
import type { Survey } from "./survey.js";

/** PEM begins with its label; other text may precede it. */
const HEAD_BYTES = 16 * 1024;
/** Files that are looked into; the rest of so many are taken for keys by their names. */
const MOST_FILES = 64;

/** The entries that are secret, by their paths; each is reported. Those that are `known` to be have been. */
export async function secretEntriesOf(
  survey: Survey,
  entries: readonly Entry[],
  options: RunOptions,
  known: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const secret = new Set<string>();
  let looked = 0;
  for (const entry of entries) {
    const name = nameOf(entry.path);
    const isLog = isAddressLog(name);
    if ((!isLog && !mayBeKey(name)) || known.has(entry.path)) continue;
    if (isLog) {
      options.onDiagnostic?.(diagnostic("secret/ip-address", { file: entry.path }));
    } else if (isPrivateKey(name) || ++looked > MOST_FILES || (await isKey(survey, entry, options))) {
      options.onDiagnostic?.(diagnostic("secret/private-key", { file: entry.path }));
    } else continue;
    secret.add(entry.path);
  }
  return secret;
}

async function isKey(survey: Survey, entry: Entry, { signal }: RunOptions): Promise<boolean> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of survey.head(entry, HEAD_BYTES, { signal, onDiagnostic: () => {} }))
    chunks.push(chunk);
  return holdsPrivateKey(new TextDecoder("latin1").decode(joinedBytes(chunks)));
}
