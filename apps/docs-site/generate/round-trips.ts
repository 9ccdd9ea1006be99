import { type Page, plain, table } from "./pages.ts";
import type { Proofs, TripProof } from "./proofs.ts";

/** Every export that is read, written in every format that is read again. */
export function roundTripReference({ trips }: Proofs): Page {
  const formats = Object.keys(Object.values(trips)[0] ?? {});
  return {
    slug: "targets/round-trips",
    title: "Round trips",
    description: "Which posts of each server's export come back from each format that is written and read.",
    markdown: [
      "A made-up export of each software is read, written in each format, and read again. The posts that come back have to be the same but for the [losses](../losses/) that the format declares; a test fails where one is not, and writes this table. Generated posts, the real exports in the test corpora and the collections beside the posts take the same way.",
      "A cell says how many posts came back, of how many. The rest is left out, for the reasons below.",
      table(
        ["Export", ...formats.map((format) => `[${format}](../${format}/)`)],
        Object.entries(trips).map(([from, byFormat]) => [from, ...formats.map((to) => cell(byFormat[to]))]),
      ),
      "## What formats leave out",
      ...formats.flatMap((format) => {
        const reasons = reasonsOf(format, trips);
        const lines = [...reasons].map(([reason, posts]) => `- ${posts} ${plain(reason)}`);
        return [`### ${format}`, lines.length === 0 ? "Nothing." : lines.join("\n")];
      }),
    ].join("\n\n"),
  };
}

/** Why posts were left out of a format, and how many of all exports. */
function reasonsOf(format: string, trips: Proofs["trips"]): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>();
  for (const byFormat of Object.values(trips)) {
    for (const [reason, posts] of Object.entries(byFormat[format]?.leftOut ?? {})) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + posts);
    }
  }
  return reasons;
}

function cell(trip: TripProof | undefined): string {
  if (trip === undefined) return "";
  const left = Object.values(trip.leftOut).reduce((sum, posts) => sum + posts, 0);
  // With spaces that keep a cell on one line.
  return trip.back + left === 0 ? "no\u00a0posts" : `${trip.back}\u00a0of\u00a0${trip.back + left}`;
}
