import { csvKitTarget } from "@archive/transform/csv-kit";
import { csvTarget, ndjsonTarget, textTarget } from "@archive/transform/data";
import {
  activitystreamsTarget,
  fep6fcdTarget,
  gotosocialTarget,
  mastodonTarget,
  misskeyTarget,
  pleromaTarget,
  sharkeyTarget,
} from "@archive/transform/fediverse";
import { atomTarget, jsonFeedTarget, rssTarget } from "@archive/transform/feeds";
import { htmlTarget } from "@archive/transform/html";
import { markdownTarget } from "@archive/transform/markdown";
import { parquetTarget } from "@archive/transform/parquet";
import { sqliteTarget } from "@archive/transform/sqlite";
import { wordPressTarget } from "@archive/transform/wordpress";
import { sharkeyImport } from "./importers/sharkey.js";
import { slurp } from "./importers/slurp.js";
import { type Measure, measured } from "./measure.js";

const BASE = { baseUrl: "https://archive.example/" };

/** Every target, with the options that let it keep the most. */
export const MEASURED: Readonly<Record<string, Measure>> = {
  html: measured({ target: htmlTarget, options: {} }),
  markdown: measured({ target: markdownTarget, options: {} }),
  atom: measured({ target: atomTarget, options: BASE }),
  rss: measured({ target: rssTarget, options: BASE }),
  jsonfeed: measured({ target: jsonFeedTarget, options: BASE }),
  text: measured({ target: textTarget, options: {} }),
  ndjson: measured({ target: ndjsonTarget, options: {} }),
  csv: measured({ target: csvTarget, options: {} }),
  sqlite: measured({ target: sqliteTarget, options: {} }),
  parquet: measured({ target: parquetTarget, options: {} }),
  activitystreams: measured({ target: activitystreamsTarget, options: {}, seenBy: "reader" }),
  mastodon: measured({ target: mastodonTarget, options: {}, seenBy: "reader" }),
  "fep-6fcd": measured({ target: fep6fcdTarget, options: {}, seenBy: "reader" }),
  pleroma: measured({ target: pleromaTarget, options: {}, seenBy: "reader" }),
  misskey: measured({ target: misskeyTarget, options: {}, seenBy: "reader" }),
  sharkey: measured({ target: sharkeyTarget, options: {}, seenBy: sharkeyImport }),
  gotosocial: measured({
    target: gotosocialTarget,
    options: {},
    seenBy: (files) => slurp(files, [":kiesel:", ":basalt:"]).statuses,
  }),
  wordpress: measured({ target: wordPressTarget, options: BASE }),
  "csv-kit": measured({ target: csvKitTarget, options: {} }),
};
