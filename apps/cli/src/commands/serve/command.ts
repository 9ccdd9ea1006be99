import { type Command, InvalidArgumentError } from "commander";
import type { Runner } from "../../runner.js";
import { addSelectingOptions } from "../../selecting/options.js";
import { LINK_PAGES } from "../../targets/site-links.js";
import { THEME } from "../../targets/site-theme.js";
import type { ServeOptions } from "./options.js";

/** `serve <archive…>`. */
export function serveCommand(program: Command, runner: Runner): void {
  const serve = program
    .command("serve")
    .description("browse and search archives at once, on an address of this computer only")
    .argument(
      "<archive...>",
      "zip, tar, tar.gz, folder, outbox.json, or - for standard input; several are merged",
    )
    .option("--port <n>", "port to listen on; 0 is any free one", port, 0)
    .option("--title <text>", "its name")
    .option("--locale <tag>", "language of the site's own words: en, de, fr, es, ja, ar (default: en)")
    .option(THEME.flags, THEME.description)
    .option(LINK_PAGES.flags, LINK_PAGES.description, LINK_PAGES.parse);
  addSelectingOptions(serve);
  serve.action(async (paths: readonly string[], options: ServeOptions, command: Command) => {
    const { runServe } = await import("./run.js");
    runner.finish(await runServe(paths, options, runner.session(command)));
  });
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
}
