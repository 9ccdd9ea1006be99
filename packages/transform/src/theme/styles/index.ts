import { type Theme, tokenRule } from "../theme.js";
import { article } from "./article.js";
import { colophon } from "./colophon.js";
import { day } from "./day.js";
import { frame } from "./frame.js";
import { gallery } from "./gallery.js";
import { ground } from "./ground.js";
import { home } from "./home.js";
import { jump } from "./jump.js";
import { life } from "./life.js";
import { links } from "./links.js";
import { look } from "./look.js";
import { masthead } from "./masthead.js";
import { media } from "./media.js";
import { minifyCss } from "./minify.js";
import { pageHead } from "./page-head.js";
import { people } from "./people.js";
import { poll } from "./poll.js";
import { post } from "./post.js";
import { print } from "./print.js";
import { prose } from "./prose.js";
import { quote } from "./quote.js";
import { run } from "./run.js";
import { search } from "./search.js";
import { single } from "./single.js";
import { statistics } from "./statistics.js";
import { table } from "./table.js";
import { tagIndex } from "./tag-index.js";
import { themeTokens } from "./tokens.js";
import { tree } from "./tree.js";
import { turn } from "./turn.js";
import { warning } from "./warning.js";

const LAYERS = "@layer tokens, ground, frame, parts, pages, print;";

/**
 * The one style sheet of a site, minified. The parts are template strings and not `.css` files, so that tests,
 * bundles and browsers read them alike and nothing is loaded from a disk at run time.
 */
export function styleSheet(theme: Theme = {}): string {
  const own = minifyCss(`${tokenRule(theme.tokens ?? {})}\n${theme.styles ?? ""}`);
  if (theme.bare === true) return own;
  const sheet = minifyCss(
    [
      LAYERS,
      themeTokens,
      ground,
      frame,
      masthead,
      pageHead,
      day,
      post,
      run,
      warning,
      media,
      poll,
      quote,
      turn,
      jump,
      table,
      home,
      life,
      people,
      look,
      prose,
      colophon,
      print,
    ].join("\n"),
  );
  return sheet + own;
}

/** The style sheet of the pages that are not lists of posts, minified; it stands on {@link styleSheet}. */
export function pagesStyleSheet(): string {
  return minifyCss([single, tree, article, gallery, statistics, tagIndex, links, search].join("\n"));
}
