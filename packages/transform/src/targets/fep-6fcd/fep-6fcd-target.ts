import type { RunOptions } from "@archive/schema";
import type { Selection } from "../../select/selection.js";
import { as2Files } from "../activitystreams/as2-files.js";
import { firstReason, ofAnotherAccount } from "../fediverse/accepted.js";
import { actorFacts } from "../fediverse/actor-facts.js";
import { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "../fediverse/options.js";
import { DOCUMENT_SUPPORT } from "../fediverse/support.js";
import type { OutputFile, Target } from "../target.js";
import { csvFiles } from "./csv-files.js";
import { manifestText } from "./manifest.js";

const FOLDER = "activitypub/";
const MANIFESTS = ["manifest.yml", "manifest.yaml"] as const;

const accepts = firstReason(ofAnotherAccount);

/**
 * An account export container of FEP-6fcd: write it as a `.tar`. It has the manifest under both names, that of the FEP
 * and that which `@interop/wallet-export-ts` looks for; the collections that were asked for as JSON and as Mastodon's
 * CSV; and media below `media/`. Keys are never in it.
 *
 * @example
 * ```ts
 * import { fep6fcdTarget } from "@archive/transform/fediverse";
 * for await (const { path, content } of fep6fcdTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const fep6fcdTarget: Target<FediverseOptions> = {
  name: "fep-6fcd",
  purpose: "migrate",
  oneAccount: true,
  optionsSchema: FEDIVERSE_OPTIONS_SCHEMA,
  support: DOCUMENT_SUPPORT,
  accepts,
  render: (selection, _, run = {}) => containerFiles(selection, run),
};

async function* containerFiles(selection: Selection, run: RunOptions): AsyncGenerator<OutputFile> {
  const paths: string[] = [...MANIFESTS];
  const layout = {
    accepts,
    folder: FOLDER,
    media: "media/",
    mediaFromDocuments: "../media/",
    collections: {
      likes: "likes.json",
      bookmarks: "bookmarks.json",
      followers: "followers.json",
      following: "following.json",
      blocks: "blocked_accounts.json",
      mutes: "muted_accounts.json",
      domainBlocks: "blocked_domains.json",
    },
  };
  for await (const file of as2Files(selection, layout, run)) {
    paths.push(file.path);
    yield file;
  }
  for await (const file of csvFiles(selection, FOLDER, run)) {
    paths.push(file.path);
    yield file;
  }
  const created = selection.origin.exportedAt?.slice(0, 10) ?? null;
  const text = manifestText(paths, { created, controller: actorFacts(selection).id });
  for (const path of MANIFESTS) yield { path, content: text };
}
