import type { JSX } from "preact";
import type { TagCount } from "../../select/selection.js";
import { PAGES_STYLE_PATH, tagPath } from "../paths.js";
import type { Page } from "../site.js";

/** The tags most used stand before the index, when there are so many more. */
const MOST = 12;
const MANY = 24;

/** The index of tags, as at the back of a book. */
export function TagsPage({
  page,
  tags,
}: {
  readonly page: Page;
  readonly tags: readonly TagCount[];
}): JSX.Element {
  const { site } = page;
  const { strings, formats } = site;
  const most =
    tags.length < MANY
      ? []
      : tags.toSorted((a, b) => b.posts - a.posts || (a.slug < b.slug ? -1 : 1)).slice(0, MOST);
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(strings.tags, site.title)}
      description={strings.tagsDescription(site.author)}
      kind="website"
      indexable
      sheets={[PAGES_STYLE_PATH]}
      current="tags"
    >
      <div class="head">
        <h1>{strings.tags}</h1>
        <p class="lede">{strings.tagsLede(tags.length, formats.number(tags.length))}</p>
      </div>
      {most.length === 0 ? null : (
        <>
          <h2 class="section">{strings.mostUsed}</h2>
          <ol class="top-tags leader broad">
            {most.map((tag) => (
              <TagLine page={page} tag={tag} />
            ))}
          </ol>
        </>
      )}
      <h2 class="section">{strings.allByLetter}</h2>
      <div class="index leader broad">
        {byLetter(page, tags).map(({ letter, held }) => (
          <section>
            <h3>{letter}</h3>
            <ul>
              {held.map((tag) => (
                <TagLine page={page} tag={tag} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </site.components.Layout>
  );
}

function TagLine({ page, tag }: { readonly page: Page; readonly tag: TagCount }): JSX.Element {
  const { strings, formats } = page.site;
  return (
    <li>
      <a href={page.href(tagPath(tag.slug))}>
        <span class="name">
          <bdi>#{tag.name}</bdi>
        </span>
        <span class="n">
          {formats.number(tag.posts)}
          <span class="vh"> {strings.sums.posts(tag.posts)}</span>
        </span>
      </a>
    </li>
  );
}

/** By first letter without its accents, as the reader's language sorts; what begins with none comes last. */
function byLetter(
  page: Page,
  tags: readonly TagCount[],
): readonly { readonly letter: string; readonly held: readonly TagCount[] }[] {
  const { locale, figures } = page.site.strings;
  const collator = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
  const letters = new Map<string, TagCount[]>();
  for (const tag of tags.toSorted((a, b) => collator.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1))) {
    const [base = ""] = tag.name.normalize("NFKD").replace(/^\P{L}+(?=\p{L})/u, "");
    const letter = /\p{L}/u.test(base) ? base.toLocaleUpperCase(locale) : figures;
    const held = letters.get(letter) ?? [];
    held.push(tag);
    letters.set(letter, held);
  }
  return [...letters]
    .map(([letter, held]) => ({ letter, held }))
    .sort((a, b) =>
      a.letter === figures ? 1 : b.letter === figures ? -1 : collator.compare(a.letter, b.letter),
    );
}
