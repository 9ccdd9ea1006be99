import type { JSX } from "preact";
import { INDEXED_KINDS } from "../../search/format.js";
import { DataBlock } from "../markup.js";
import { PAGES_STYLE_PATH } from "../paths.js";
import type { Page } from "../site.js";
import { SEARCH_FOLDER, SEARCH_SCRIPT_PATH } from "./paths.js";
import { SETUP_ID, type SearchSetup } from "./setup.js";

/**
 * The one page that needs a script. Its form is hidden until the script is there, so that without one nothing
 * stands there that does not work; everything that depends on the index is filled in by the script.
 */
export function SearchPage({ page }: { readonly page: Page }): JSX.Element {
  const { site } = page;
  const { strings } = site;
  const words = strings.search;
  const setup: SearchSetup = {
    root: page.href(""),
    files: page.href(`${SEARCH_FOLDER}/`),
    locale: strings.locale,
    timeZone: site.timeZone,
    words: words.client,
    people: site.people.length > 1 ? site.people.map(({ name, mark }) => ({ name, mark })) : undefined,
  };
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(words.search, site.title)}
      description={words.description(site.author)}
      kind="website"
      indexable={false}
      current="search"
      scripts={[SEARCH_SCRIPT_PATH]}
      sheets={[PAGES_STYLE_PATH]}
    >
      <div class="head">
        <h1>{words.search}</h1>
        <noscript>
          <p class="lede">{words.needsScript}</p>
        </noscript>
      </div>
      <div id="search" hidden>
        {/* biome-ignore lint/a11y/useSemanticElements: <search> is younger than the browsers this is for. */}
        <form class="search-form" role="search" autocomplete="off">
          <div class="search-box">
            <label for="search-q" class="vh">
              {words.box}
            </label>
            <input
              id="search-q"
              name="q"
              type="search"
              maxlength={500}
              dir="auto"
              spellcheck={false}
              aria-describedby="search-help"
            />
            <button type="submit">{words.find}</button>
          </div>
          <p class="label" id="search-help">
            {words.help} {words.leaves}
          </p>
          <details class="narrow">
            <summary>{words.narrow}</summary>
            <div class="filters">
              <Choice name="year" label={words.year} any={words.any} />
              <Choice
                name="kind"
                label={words.kind}
                any={words.any}
                values={INDEXED_KINDS.map((kind) => [kind, words.kinds[kind]])}
              />
              <Choice name="language" label={words.language} any={words.any} />
              <Choice
                name="media"
                label={words.media}
                any={words.any}
                values={(["image", "video", "audio"] as const).map((kind) => [kind, words.mediaKinds[kind]])}
              />
              <Choice
                name="order"
                label={words.order}
                values={[
                  ["newest", words.newest],
                  ["oldest", words.oldest],
                ]}
              />
              <Suggested name="tag" label={words.hashtag} />
              <Suggested name="mention" label={words.person} />
            </div>
            <fieldset class="checks">
              <legend>{words.onlyWith}</legend>
              {Object.entries(words.marks).map(([mark, label]) => (
                <label>
                  <input type="checkbox" name={mark} /> <span>{label}</span> <span class="count" />
                </label>
              ))}
            </fieldset>
          </details>
        </form>
      </div>
      <section id="search-results" aria-labelledby="search-found" hidden>
        <h2 class="section" id="search-found" aria-live="polite">
          {words.client.searching}
        </h2>
        <ol class="results" />
        <p class="more">
          <button type="button" hidden>
            {words.client.more}
          </button>
        </p>
      </section>
      <DataBlock type="application/json" id={SETUP_ID} data={setup} />
    </site.components.Layout>
  );
}

function Choice({
  name,
  label,
  any,
  values = [],
}: {
  readonly name: string;
  readonly label: string;
  readonly any?: string;
  readonly values?: readonly (readonly [value: string, label: string])[];
}): JSX.Element {
  return (
    <div>
      <label for={`search-${name}`}>{label}</label>
      <select id={`search-${name}`} name={name}>
        {any === undefined ? null : <option value="">{any}</option>}
        {values.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </div>
  );
}

function Suggested({ name, label }: { readonly name: string; readonly label: string }): JSX.Element {
  return (
    <div>
      <label for={`search-${name}`}>{label}</label>
      <input
        id={`search-${name}`}
        name={name}
        type="text"
        list={`search-${name}s`}
        maxlength={200}
        dir="auto"
        spellcheck={false}
      />
      <datalist id={`search-${name}s`} />
    </div>
  );
}
