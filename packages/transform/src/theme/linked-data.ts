import type { Post } from "../post/post.js";
import { webAddress } from "./addresses.js";
import { picturePath } from "./components/copies.js";
import { publicPath } from "./paths.js";
import type { LinkedData, Page, Person, PostCard, Site } from "./site.js";

/** Who wrote a post. */
export function personOf(
  site: Site,
  post: Pick<Post, "account">,
): { readonly name: string } & Partial<Person> {
  return site.people[post.account] ?? site.people[0] ?? { name: site.author };
}

/** A person for a JSON-LD block. */
export function personData(site: Site, person: { readonly name: string } & Partial<Person>): LinkedData {
  const { account } = person;
  const url = webAddress(account?.url ?? null);
  const avatar = picturePath(site, account?.avatar ?? null);
  return {
    "@type": "Person",
    name: person.name,
    ...(account?.handle === null || account?.handle === undefined ? {} : { alternateName: account.handle }),
    ...(url === null ? {} : { url }),
    ...(avatar === null || site.baseUrl === null ? {} : { image: site.baseUrl + avatar }),
  };
}

/** What a post is in schema.org, where its own type has a match there. */
const TYPES: Readonly<Record<string, string>> = {
  Article: "Article",
  Page: "Article",
  Event: "Event",
  Video: "VideoObject",
  Audio: "AudioObject",
};

/** A post for a JSON-LD block. Behind a content warning nothing is told but the warning. */
export function postData(page: Page, { post, label }: PostCard): LinkedData {
  const { site } = page;
  const url = site.baseUrl === null ? undefined : site.baseUrl + publicPath(page.path);
  const original = webAddress(post.url);
  const type = TYPES[post.type ?? ""] ?? "SocialMediaPosting";
  const event = post.contentWarning === null ? post.event : null;
  return {
    "@type": type === "Event" && (event === null || event.start === null) ? "SocialMediaPosting" : type,
    ...(label === null ? {} : type === "Event" ? { name: label } : { headline: label }),
    ...(post.published === null ? {} : { datePublished: post.published }),
    ...(post.updated === null ? {} : { dateModified: post.updated }),
    ...(post.language === null ? {} : { inLanguage: post.language }),
    author: personData(site, personOf(site, post)),
    ...(url === undefined ? {} : { url, mainEntityOfPage: url }),
    ...(original === null ? {} : { sameAs: original }),
    ...(event === null ? {} : eventData(event)),
  };
}

function eventData({ start, end, place }: NonNullable<Post["event"]>): LinkedData {
  return {
    ...(start === null ? {} : { startDate: start }),
    ...(end === null ? {} : { endDate: end }),
    ...(place === null ? {} : { location: { "@type": "Place", name: place } }),
  };
}
