import type { JSX } from "preact";
import type { Post } from "../../post/post.js";
import type { Page } from "../site.js";

/** Whose post or boost it is, where several persons share a site: their name, and their colour beside it. */
export function Who({ page, post }: { readonly page: Page; readonly post: Post }): JSX.Element | null {
  const person = page.site.people[post.account];
  if (person === undefined || person.mark === null) return null;
  return (
    <span class={`who who${person.mark} p-author h-card`}>
      <bdi class="p-name">{person.name}</bdi>
    </span>
  );
}
