import { handleOf } from "../targets/csv-kit/handle.js";
import { COLLECTION_WORDS, type CollectionOutcome, type MoveLosses, outcomeText } from "./losses.js";
import { DAYS_BETWEEN_EXPORTS, DAYS_OF_COOLDOWN, type MoveDates } from "./move-dates.js";
import type { Destination, Step } from "./software.js";

/** A part of a line that is no plain words: what is typed or named in code, and a remark. */
export type LinePart = string | { readonly code: string } | { readonly note: string };

/** Words, with what is not. */
export type Line = readonly LinePart[];

/** Stands behind what is general knowledge: where pages are, and what they are called. */
const UNVERIFIED: LinePart = { note: "not verified against the source" };

/** A part of the list: things to do, or to know. */
export interface ChecklistSection {
  readonly title: string;
  /** `todo` is ticked off, `fact` is read. */
  readonly kind: "todo" | "fact";
  readonly lines: readonly Line[];
}

/** The checklist of a move, as any page or text shows it. */
export interface Checklist {
  readonly title: string;
  readonly intro: readonly Line[];
  readonly sections: readonly ChecklistSection[];
}

/** What the list is made from. */
export interface ChecklistFacts {
  readonly losses: MoveLosses;
  readonly destination: Destination;
  readonly dates: MoveDates;
  /** What each kind of post comes to. */
  readonly byKind: readonly { readonly words: string; readonly posts: number }[];
  /** Followers, where the archive knows them. */
  readonly followers: number | null;
}

/** Collections that a Mastodon server hands out beside the archive, by the name on its page. */
const ASKED_FOR: readonly (readonly [CollectionOutcome["name"], string])[] = [
  ["following", "Follows"],
  ["lists", "Lists"],
  ["blocks", "Blocks"],
  ["mutes", "Mutes"],
  ["domainBlocks", "Domain blocks"],
  ["bookmarks", "Bookmarks"],
];

/** Puts the list together: what to do in its order, then what comes along. */
export function checklistOf(facts: ChecklistFacts): Checklist {
  const { destination, losses } = facts;
  const old = codeOf(losses.from.handle);
  return {
    title: `Moving to ${destination.name}`,
    intro: introOf(facts, old),
    sections: [
      { title: "Before you leave", kind: "todo", lines: beforeLines(facts) },
      { title: "On the new account", kind: "todo", lines: newLines(facts, old) },
      { title: "On the old account", kind: "todo", lines: oldLines(facts) },
      { title: "Afterwards", kind: "todo", lines: afterLines(facts) },
      { title: "What comes along", kind: "fact", lines: alongLines(facts) },
      { title: "What stays", kind: "fact", lines: losses.stays.map((text) => [text]) },
    ],
  };
}

/** A handle is checked before it is shown: it comes from the archive. */
function codeOf(handle: string | null): string | { readonly code: string } {
  const checked = handle === null ? null : handleOf(handle);
  return checked === null ? "the old account" : { code: `@${checked}` };
}

function introOf({ losses, byKind, dates }: ChecklistFacts, old: Line[number]): readonly Line[] {
  const kinds = byKind.filter(({ posts }) => posts > 0).map(({ posts, words }) => `${posts} ${words}`);
  return [
    [
      "From ",
      old,
      ` with ${quantity(losses.posts.selected, "post")}${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}.`,
    ],
    ...(dates.exported === null ? [] : [[`This list is made from the export of ${dates.exported}.`]]),
    ...(dates.move === null
      ? [["It has no dates: neither the archive nor ", { code: "--from" }, " told one."]]
      : [
          [
            `The day of the move is ${dates.move}; `,
            { code: "dates.ics" },
            " puts the dates into your calendar.",
          ],
        ]),
  ];
}

function beforeLines({ losses, dates, followers }: ChecklistFacts): readonly Line[] {
  const missing = ASKED_FOR.filter(([name]) =>
    losses.collections.some((each) => each.name === name && each.inArchive === null),
  );
  const again =
    dates.nextExport === null
      ? `Servers allow one in ${DAYS_BETWEEN_EXPORTS} days.`
      : `Servers allow one in ${DAYS_BETWEEN_EXPORTS} days: from ${dates.nextExport} on.`;
  return [
    [
      `Ask the old server for a fresh archive if you have posted since. ${again} Download it at once: its link expires, and it is deleted after about a week.`,
    ],
    ...(missing.length === 0
      ? []
      : [
          [
            `Ask for what is not in this archive: ${missing.map(([name]) => COLLECTION_WORDS[name]).join(", ")}. On Mastodon they are in Preferences → Import and export → Data export, as ${missing.map(([, csv]) => csv).join(", ")}. Put them into the archive’s folder and make this kit again with `,
            { code: "--beside" },
            ". ",
            UNVERIFIED,
          ],
        ]),
    [
      `Write down what no export has: followed hashtags, notes about accounts, featured posts${followers === null ? ", and who follows you" : ""}.`,
    ],
    ["Tell your followers where you are going, in a post that you pin."],
    ["Check that you can sign in, and have your password: the move asks for it."],
  ];
}

function newLines({ losses, destination }: ChecklistFacts, old: Line[number]): readonly Line[] {
  const files = losses.collections.flatMap(({ name, files: all }) => all.map((file) => ({ ...file, name })));
  return [
    [
      `Make the account on a ${destination.name} server, and set up name, text and pictures: they do not move.`,
    ],
    [
      "The alias first: in the settings of the new account, name ",
      old,
      " as an alias (“also known as”). Without it a Mastodon server refuses the move. Where there is no such setting, followers can’t be brought.",
    ],
    ...(files.length === 0 ? [] : destination.csvSteps.map(stepLine)),
    ...files.map(
      ({ path, rows, name }): Line => ["Import ", { code: path }, `: ${rows} ${COLLECTION_WORDS[name]}.`],
    ),
    ...(losses.posts.written === 0 ? [] : destination.postsSteps.map(stepLine)),
  ];
}

function stepLine({ text, verified }: Step): Line {
  return verified ? [text] : [text, " ", UNVERIFIED];
}

function oldLines({ dates }: ChecklistFacts): readonly Line[] {
  const until = dates.cooldownOver === null ? "" : ` (until ${dates.cooldownOver})`;
  return [
    [
      "Start the move: on Mastodon in Preferences → Account → Move to a different account, with the address of the new one. ",
      UNVERIFIED,
    ],
    [
      `There is no way back at once: for ${DAYS_OF_COOLDOWN} days${until} Mastodon does not let it move again. Afterwards the old account is only good for exports.`,
    ],
    [
      "It carries your followers, as far as their servers understand it, and nothing else: no posts, follows, lists, blocks or bookmarks. That takes hours to days. ",
      UNVERIFIED,
    ],
    [
      "Do not delete the old account: the way from it to the new one, and the addresses of your posts, go with it.",
    ],
  ];
}

function afterLines({ dates, destination }: ChecklistFacts): readonly Line[] {
  return [
    ...(destination.csv === "mastodon"
      ? [
          [
            `See which rows failed, and import those again${dates.failuresGone === null ? "" : `, until ${dates.failuresGone}`}.`,
          ],
        ]
      : []),
    [
      "Keep the archive itself: it is the only place that holds everything. ",
      { code: "ap-archive convert" },
      " makes a web site of it.",
    ],
    ["Export the new account every month, and keep the files where the server is not."],
  ];
}

function alongLines({ losses, destination, followers }: ChecklistFacts): readonly Line[] {
  const { posts, collections } = losses;
  return [
    [
      posts.reason === null
        ? `Posts: ${posts.written} of ${posts.selected}, with ${quantity(posts.media, "media file")}.`
        : `Posts: none of ${posts.selected}. ${posts.reason}`,
    ],
    ...posts.refused.map(({ reason, posts: number }): Line => [`Left out: ${number} ${reason}.`]),
    ...posts.lost.map(
      ({ support, feature, posts: number }): Line => [
        `Changed in ${quantity(number, "post")}: ${feature.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}, ${support.replace(/^degraded: /, "")}.`,
      ],
    ),
    ...collections.map((each): Line => [`${capital(outcomeText(each).replace(/\.$/, ""))}.`]),
    ...(followers === null
      ? []
      : [[`Followers: ${followers}, by the move and by no file of ${destination.name}’s.`]]),
  ];
}

function quantity(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
