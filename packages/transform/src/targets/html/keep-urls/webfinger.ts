import type { Account } from "../../../post/account.js";

/**
 * The answer to a WebFinger request for an account, RFC 7033. A static host gives it for every `resource`: it is
 * one account's host then.
 */
export function webfinger({ id, handle, url }: Account): string | null {
  const name = /^@?([^@\s]+@[^@\s]+)$/.exec(handle ?? "")?.[1];
  if (id === null || name === undefined) return null;
  return `${JSON.stringify({
    subject: `acct:${name}`,
    aliases: [...new Set(url === null ? [id] : [url, id])],
    links: [
      ...(url === null
        ? []
        : [{ rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: url }]),
      { rel: "self", type: "application/activity+json", href: id },
    ],
  })}\n`;
}
