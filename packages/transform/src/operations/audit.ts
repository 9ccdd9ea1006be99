import { type Actor, type RunOptions, urlsOf } from "@archive/schema";
import { IdIndex } from "../ids/id-index.js";
import { mediaTalk } from "../media/media-talk.js";
import { accountMedia } from "../post/build-account.js";
import { examine } from "../post/examine.js";
import type { ArchiveSource, SourceCollection, SourceMedia } from "../source.js";
import type { AuditOptions, AuditReport, PrivateCollection } from "./audit-report.js";
import { AuditTally } from "./audit-tally.js";

const PRIVATE: readonly PrivateCollection[] = [
  "bookmarks",
  "blocks",
  "mutes",
  "lists",
  "domainBlocks",
  "filters",
];

/**
 * Looks an archive over for what its owner may want to mend or know: missing descriptions of pictures, what will lead
 * nowhere when the server is gone, and what in it is private. One pass over the outbox, one over the media. Secrets
 * (keys, addresses) are findings of the reader, `secret/…`, to `onDiagnostic`.
 *
 * @example
 * ```ts
 * import { openArchive } from "@archive/reader";
 * import { audit } from "@archive/transform";
 *
 * await using archive = await openArchive("archive.zip");
 * const { altTexts, privacy } = await audit(archive);
 * process.stdout.write(`${altTexts.missing} without alt text, ${privacy.byVisibility.direct} direct posts\n`);
 * ```
 */
export async function audit(source: ArchiveSource, options: AuditOptions = {}): Promise<AuditReport> {
  const actor = await source.actor(options);
  const tally = new AuditTally(source, actor?.value ?? null, options);
  const own = new IdIndex();
  for await (const { facts } of examine(source, actor, { signal: options.signal })) {
    if (facts.id !== null) own.set(facts.id, 1);
    for (const url of facts.item.kind === "post" ? urlsOf(facts.item.object?.url) : []) own.set(url, 1);
  }
  for await (const post of examine(source, actor, options)) {
    tally.see(post, own);
    const { file, offset, length } = post.item;
    options.onProgress?.({ file, bytes: offset + length, items: tally.posts });
  }
  const collections = new Map<PrivateCollection, number>();
  for (const name of PRIVATE)
    if (source.has.has(name)) collections.set(name, await members(source, name, options));
  const of = (name: PrivateCollection): number | null => collections.get(name) ?? null;
  const report = tally.report();
  return {
    ...report,
    privacy: {
      ...report.privacy,
      collections: {
        bookmarks: of("bookmarks"),
        blocks: of("blocks"),
        mutes: of("mutes"),
        lists: of("lists"),
        domainBlocks: of("domainBlocks"),
        filters: of("filters"),
      },
      files: options.files === false ? null : await filesOf(source, actor?.value ?? null, options),
    },
  };
}

async function members(source: ArchiveSource, name: SourceCollection, run: RunOptions): Promise<number> {
  const distinct = new IdIndex();
  for await (const { value } of source.collection(name, run)) distinct.set(value.id, 1);
  return distinct.size;
}

async function filesOf(
  source: ArchiveSource,
  actor: Actor | null,
  { onFinding, signal, onDiagnostic, onProgress }: AuditOptions,
): Promise<NonNullable<AuditReport["privacy"]["files"]>> {
  const files: SourceMedia[] = [];
  for await (const file of source.media({ signal })) files.push(file);
  const own = actor === null ? null : accountMedia(actor, source);
  for (const file of [own?.avatar, own?.header]) if (file !== null && file !== undefined) files.push(file);
  const found = { looked: 0, withMetadata: 0, withPlace: 0 };
  for await (const { file, bytes } of source.readMedia(files, { signal, onDiagnostic })) {
    const { metadata, place } = await mediaTalk(bytes);
    found.looked += 1;
    if (metadata) found.withMetadata += 1;
    if (place) found.withPlace += 1;
    if (metadata || place)
      onFinding?.({ finding: place ? "file-with-place" : "file-with-metadata", path: file.path });
    onProgress?.({ file: file.path, bytes: found.looked, total: files.length, items: found.looked });
  }
  return found;
}
