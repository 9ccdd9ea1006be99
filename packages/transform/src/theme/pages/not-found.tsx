import type { JSX } from "preact";
import { HOME_PATH } from "../paths.js";
import type { Page } from "../site.js";

/** What a web server shows for an address it does not know. */
export function NotFoundPage({ page }: { readonly page: Page }): JSX.Element {
  const { site } = page;
  const { strings } = site;
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(strings.notFoundTitle, site.title)}
      description={null}
      kind="website"
      indexable={false}
      current={null}
    >
      <div class="head">
        <h1>{strings.notFoundTitle}</h1>
        <p class="lede">{strings.notFoundText}</p>
        <p class="more">
          <a href={page.href(HOME_PATH)}>{strings.toTheHome}</a>
        </p>
      </div>
    </site.components.Layout>
  );
}
