import { createServer, type Server } from "node:http";
import { createReporter, type RunOptions } from "@archive/schema";
import { sqliteLibrary, tempFolder } from "@archive/transform/node";
import { CliError, EXIT } from "../../exit.js";
import { openInputs } from "../../open-inputs.js";
import { progressLine } from "../../progress.js";
import { selectionOf } from "../../selecting/options.js";
import { selectFrom } from "../../selecting/select-from.js";
import type { Session } from "../../session.js";
import { siteLocale } from "../../targets/site-locale.js";
import { answer, type Served } from "./answer.js";
import type { ServeOptions } from "./options.js";
import { SiteFiles } from "./site-files.js";

/** Only this computer can reach it. */
const LOOPBACK = "127.0.0.1";

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

  await using inputs = await openInputs(paths, session, run);
  using library = sqliteLibrary();
  using folder = tempFolder();
  const { selection } = await selectFrom(inputs.archives, { ...wanted, library }, run, session);
  const files = new SiteFiles(folder.path);
  if (options.media) {
    using progress = progressLine(session, "Copying", "files");
    await files.copyMedia(selection, { ...run, onProgress: progress.onProgress });
  }
  const { title, media } = options;
  const site = await liveSite(selection, { title, media, locale }, run);

  const hosts = new Set<string>();
  const served: Served = { site, files, hosts };
  const server = createServer((request, response) => {
    answer(served, request, response).catch((error: unknown) => {
      // Told without its message, which may quote a post; a reader who went away is no error.
      if (!signal.aborted && !response.writableEnded && !request.destroyed) {
        session.say([`A page failed: ${error instanceof Error ? error.name : "error"}`]);
      }
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { "Content-Type": "text/plain" }).end("This page failed.\n");
    });
  });
  const port = await listen(server, options.port);
  for (const name of [LOOPBACK, "localhost"]) hosts.add(`${name}:${port}`);
  const url = `http://${LOOPBACK}:${port}/`;
  const { total } = selection.counts;
  if (session.options.json) session.printJson({ url, port, posts: total });
  else session.print([url]);
  session.say([`Serving ${total} posts to this computer only. Ctrl-C ends it.`]);
  await aborted(signal);
  await close(server);
  return EXIT.done;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "another program uses it" : (error.code ?? "it failed");
      reject(
        new CliError(
          EXIT.output,
          `Can't listen on port ${port}: ${reason}.`,
          "Choose another --port, or leave it out for a free one.",
          error,
        ),
      );
    });
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

/** Ends at once: a browser keeps its connections open for minutes. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
