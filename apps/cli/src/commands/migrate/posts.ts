import type { RunOptions } from "@archive/schema";
import type { Selection, SelectOptions, Target } from "@archive/transform";
import type { Destination, KitPosts } from "@archive/transform/migrate-kit";
import { countLosses } from "../convert/losses.js";
import type { MigrateCommandOptions } from "./options.js";

/** A target of posts with its options filled in. */
export interface PostsTarget {
  readonly needs: Partial<SelectOptions>;
  /** The posts of a kit, with what they lose. */
  count(selection: Selection, run: RunOptions): Promise<KitPosts>;
}

/** Loads what writes the posts for a destination; `null` where it imports none. */
export async function loadPosts(
  name: Destination["posts"],
  { baseUrl, maxUpload, media }: MigrateCommandOptions,
): Promise<PostsTarget | null> {
  if (name === null) return null;
  if (name === "wordpress") {
    const { wordPressTarget } = await import("@archive/transform/wordpress");
    return postsOf(wordPressTarget, { baseUrl, maxUpload, media }, {});
  }
  const { gotosocialTarget, sharkeyTarget } = await import("@archive/transform/fediverse");
  return postsOf(name === "sharkey" ? sharkeyTarget : gotosocialTarget, {}, { documents: true });
}

function postsOf<Options>(
  target: Target<Options>,
  options: Options,
  needs: Partial<SelectOptions>,
): PostsTarget {
  return {
    needs,
    async count(selection, run) {
      const { lost, refused } = await countLosses(target, selection, run);
      return {
        lost,
        refused,
        accepts: (post, of) => target.accepts?.(post, of) ?? null,
        render: (of, rendering) => target.render(of, options, rendering),
      };
    },
  };
}
