import type { JSX } from "preact";
import type { Page } from "../site.js";

/** Whose posts a list holds, for readers of microformats: the title of the site says it to people. */
export function FeedAuthor({ page }: { readonly page: Page }): JSX.Element | null {
  const { site } = page;
  if (site.people.length > 1) return null;
  return (
    <p class="p-author h-card" hidden>
      {site.author}
    </p>
  );
}
