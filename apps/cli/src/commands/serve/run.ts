import { createServer } from "node:http";
import { createReporter, type RunOptions } from "@archive/schema";
import { sqliteLibrary, tempFolder } from "@archive/transform/node";
import { EXIT } from "../../exit.js";
import { openInputs } from "../../open-inputs.js";
import { progressLine } from "../../progress.js";
import { selectFrom } from "../../selecting/select-from.js";
import { selectionOf, withNeeds } from "../../selecting/selection-of.js";
import type { Session } from "../../session.js";
import { linksNeeded } from "../../targets/site-links.js";
import { siteLocale } from "../../targets/site-locale.js";
import { siteTheme } from "../../targets/site-theme.js";
import { answer, type Served } from "./answer.js";
import { close, LOOPBACK, listen } from "./loopback.js";
import type { ServeOptions } from "./options.js";
import { SiteFiles } from "./site-files.js";

/** Serves the site of archives until it is interrupted; nothing is left behind. */
export async function runServe(
  paths: readonly string[],
  options: ServeOptions,
  session: Session,
): Promise<number> {
  const { signal } = session.io;
  const wanted = selectionOf(options);
  const locale = siteLocale(options.locale);
  const reporter = createReporter({ samplesPerCode: 3 });
  const run: RunOptions = { signal, onDiagnostic: reporter.report };
  const { liveSite } = await import("@archive/transform/html");
  const theme = await siteTheme(options.theme, session.io.cwd);
  const { boostsPage, collections } = linksNeeded(options.links);

  await using inputs = await openInputs(paths, session, run);
  using library = sqliteLibrary({ oneThread: session.io.cores === 1 });
  using folder = tempFolder();
  const chosen = { ...withNeeds(wanted, { collections }), library };
  const { selection } = await selectFrom(inputs.archives, chosen, run, session);
  const files = new SiteFiles(folder.path);
  if (options.media) {
    using progress = progressLine(session, "Copying", "files");
    await files.copyMedia(selection, { ...run, onProgress: progress.onProgress });
  }

  const hosts = new Set<string>();
  // Feeds have to know where they stand, and that is known only once the server does.
  const making = Promise.withResolvers<Served>();
  const server = createServer(async (request, response) => {
    try {
      await answer(await making.promise, request, response);
    } catch (error) {
      // Told without its message, which may quote a post; a reader who went away is no error.
      if (!signal.aborted && !response.writableEnded && !request.destroyed) {
        session.say([`A page failed: ${error instanceof Error ? error.name : "error"}`]);
      }
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "Content-Type": "text/plain" }).end("This page failed.\n");
    }
  });
  const port = await listen(server, options.port);
  for (const name of [LOOPBACK, "localhost"]) hosts.add(`${name}:${port}`);
  const url = `http://${LOOPBACK}:${port}/`;
  const { title, media } = options;
  try {
    const site = await liveSite(selection, { baseUrl: url, title, media, locale, theme, boostsPage }, run);
    making.resolve({ site, files, hosts });
  } catch (error) {
    await close(server);
    throw error;
  }
  const { total } = selection.counts;
  if (session.options.json) session.printJson({ url, port, posts: total });
  else session.print([url]);
  session.say([`Serving ${total} posts to this computer only. Ctrl-C ends it.`]);
  await aborted(signal);
  await close(server);
  return EXIT.done;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
