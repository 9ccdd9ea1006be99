import { activitystreams } from "./activitystreams.js";
import { bookwyrm } from "./bookwyrm.js";
import { csvFiles } from "./csv-files.js";
import type { Dialect, Recognition } from "./dialect.js";
import { fep6fcd } from "./fep-6fcd.js";
import { friendica } from "./friendica.js";
import { gotosocial } from "./gotosocial.js";
import { lemmy } from "./lemmy.js";
import type { Look } from "./look.js";
import { mastodon } from "./mastodon.js";
import { misskey } from "./misskey.js";
import { peertube } from "./peertube.js";
import { pixelfed } from "./pixelfed.js";
import { akkoma, pleroma } from "./pleroma.js";
import { sharkey } from "./sharkey.js";
import { writefreely } from "./writefreely.js";

/**
 * Every dialect that is read; the last takes what no other does. Those come first that hold an outbox which another
 * one would take for its own.
 */
export const DIALECTS: readonly Dialect[] = [
  fep6fcd,
  mastodon,
  pleroma,
  akkoma,
  misskey,
  sharkey,
  pixelfed,
  peertube,
  gotosocial,
  friendica,
  bookwyrm,
  writefreely,
  lemmy,
  csvFiles,
  activitystreams,
];

/** The dialect that fits best; `null` when the archive holds nothing that any knows. */
export async function detectDialect(
  look: Look,
): Promise<{ readonly dialect: Dialect; readonly recognition: Recognition } | null> {
  // A document that is a collection need not be looked at for anything else.
  await look.outbox();
  let best: { dialect: Dialect; recognition: Recognition } | null = null;
  for (const dialect of DIALECTS) {
    look.options.signal?.throwIfAborted();
    const recognition = await dialect.recognise(look);
    if (recognition === null || recognition.confidence <= (best?.recognition.confidence ?? 0)) continue;
    best = { dialect, recognition };
    if (recognition.confidence >= 1) break;
  }
  return best;
}
