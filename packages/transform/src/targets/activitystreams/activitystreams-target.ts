import { firstReason, ofAnotherAccount } from "../fediverse/accepted.js";
import { FEDIVERSE_OPTIONS_SCHEMA, type FediverseOptions } from "../fediverse/options.js";
import { DOCUMENT_SUPPORT } from "../fediverse/support.js";
import type { Target } from "../target.js";
import { as2Files } from "./as2-files.js";

const accepts = firstReason(ofAnotherAccount);

/**
 * The archive as plain ActivityStreams 2.0: `actor.json`, `outbox.json`, and media below `media/`. The documents are
 * those of the archive, unknown properties included, without keys, blind addressees, and any trace of posts that were
 * not selected; the outbox begins with the newest post, as AS2 has it. Texts are as they were: whoever shows them
 * has to sanitise them.
 *
 * Select with `documents: true`; `likes.json` and `bookmarks.json` are written where `collections` asks for them.
 *
 * @example
 * ```ts
 * import { activitystreamsTarget } from "@archive/transform/fediverse";
 * for await (const { path, content } of activitystreamsTarget.render(selection, {})) await write(path, content);
 * ```
 */
export const activitystreamsTarget: Target<FediverseOptions> = {
  name: "activitystreams",
  purpose: "data",
  oneAccount: true,
  optionsSchema: FEDIVERSE_OPTIONS_SCHEMA,
  support: DOCUMENT_SUPPORT,
  accepts,
  render: (selection, _, run = {}) =>
    as2Files(
      selection,
      {
        accepts,
        folder: "",
        media: "media/",
        mediaFromDocuments: "media/",
        collections: { likes: "likes.json", bookmarks: "bookmarks.json" },
      },
      run,
    ),
};
