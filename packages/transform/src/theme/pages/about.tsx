import type { JSX } from "preact";
import manifest from "../../../package.json" with { type: "json" };
import { TOOL } from "../components/layout.js";
import type { Page } from "../site.js";

/** Where the archive comes from and what such archives lack: in general, never what was withheld from this one. */
export function AboutPage({ page }: { readonly page: Page }): JSX.Element {
  const { site } = page;
  const { strings, formats, account, origin, counts } = site;
  const facts = [
    { name: strings.account, value: account?.handle ?? null },
    { name: strings.software, value: strings.dialects[origin.dialect] ?? null },
    { name: strings.exported, value: origin.exportedAt === null ? null : formats.date(origin.exportedAt) },
    { name: strings.firstPost, value: counts.first === null ? null : formats.date(counts.first) },
    { name: strings.lastPost, value: counts.last === null ? null : formats.date(counts.last) },
    { name: strings.timeZone, value: site.timeZone },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  return (
    <site.components.Layout
      page={page}
      title={strings.titleOf(strings.aboutTitle, site.title)}
      description={strings.aboutDescription}
      kind="website"
      indexable
      current="about"
    >
      <div class="head">
        <h1>{strings.aboutTitle}</h1>
      </div>
      <div class="prose">
        {strings.aboutCopy.map((text) => (
          <p>{text}</p>
        ))}
        <h2>{strings.whereFrom}</h2>
        <table class="table facts-table">
          <caption class="vh">{strings.whereFrom}</caption>
          <tbody>
            {facts.map(({ name, value }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  <bdi>{value}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{strings.whatExportsLack}</h2>
        <ul>
          {strings.whatExportsLackText.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
        {site.feeds.length === 0 ? null : (
          <>
            <h2 id="feeds">{strings.feeds}</h2>
            <ul>
              {site.feeds.map(({ path, mediaType, title }) => (
                <li>
                  <a href={page.href(path)} type={mediaType}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 id="tool">{strings.howMade}</h2>
        {strings.howMadeText(`${TOOL} ${manifest.version}`).map((text) => (
          <p>{text}</p>
        ))}
      </div>
    </site.components.Layout>
  );
}
