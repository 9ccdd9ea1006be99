import type { JSX } from "preact";
import type { OpenedArchive, Report } from "../protocol.js";
import { count, day, languageName, size, VISIBILITY_WORDS } from "../words.js";

const KIND_WORDS: Readonly<Record<keyof Report["posts"]["byKind"], string>> = {
  post: "Posts",
  reply: "Replies to others",
  selfReply: "Replies to oneself",
  boost: "Boosts",
  poll: "Polls",
};

const COLLECTION_WORDS: Readonly<Record<keyof Report["collections"], string>> = {
  likes: "Likes",
  bookmarks: "Bookmarks",
  following: "Following",
  followers: "Followers",
  blocks: "Blocked people",
  mutes: "Muted people",
  lists: "Members of lists",
  domainBlocks: "Blocked servers",
  filters: "Filters",
  dislikes: "Dislikes",
};

/** What the archive holds. */
export function ReportView({
  report,
  opened,
}: {
  readonly report: Report;
  readonly opened: OpenedArchive;
}): JSX.Element {
  const { archive, account, posts, media } = report;
  return (
    <>
      <h2>What is in it</h2>
      <dl class="facts">
        <Fact name="File">{`${opened.name}, ${size(opened.bytes)}, ${opened.container}`}</Fact>
        <Fact name="Written by">
          {archive.era === null ? archive.dialect : `${archive.dialect} ${archive.era}`}
        </Fact>
        {archive.exportedAt !== null && <Fact name="Exported">{day(archive.exportedAt)}</Fact>}
        {account?.name != null && <Fact name="Name">{account.name}</Fact>}
        {account?.joinedAt != null && <Fact name="Account since">{day(account.joinedAt)}</Fact>}
        <Fact name="Posts">{count(posts.total)}</Fact>
        {posts.first !== null && posts.last !== null && (
          <Fact name="From, to">{`${day(posts.first)} – ${day(posts.last)}`}</Fact>
        )}
        <Fact name="Edited">{count(posts.edited)}</Fact>
        <Fact name="With a content warning">{count(posts.withContentWarning)}</Fact>
      </dl>
      <div class="tables">
        <Table
          caption="By kind"
          rows={Object.entries(KIND_WORDS).map(([kind, name]) => [
            name,
            posts.byKind[kind as keyof typeof KIND_WORDS],
          ])}
        />
        <Table
          caption="Who may see them"
          rows={Object.entries(VISIBILITY_WORDS).map(([visibility, { name, who }]) => [
            `${name}: ${who}`,
            posts.byVisibility[visibility as keyof typeof VISIBILITY_WORDS],
          ])}
        />
        <Table caption="By year" rows={Object.entries(posts.byYear)} />
        <Table
          caption="By language"
          rows={Object.entries(posts.byLanguage).map(([tag, number]) => [languageName(tag), number])}
        />
        <Table
          caption="Pictures, films, sounds"
          rows={[
            ["Files that posts show", media.referenced],
            ["of these in the archive", media.present],
            ["missing", media.missing],
            ["on a server only", media.remote],
            ["that no post shows", media.orphaned],
            ["without a description", media.withoutAltText],
          ]}
        />
        <Table
          caption="Collections"
          note="A dash: not in this archive. That says nothing of the account."
          rows={Object.entries(COLLECTION_WORDS).map(([name, words]) => [
            words,
            report.collections[name as keyof typeof COLLECTION_WORDS],
          ])}
        />
      </div>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Table({
  caption,
  rows,
  note,
}: {
  readonly caption: string;
  readonly rows: readonly (readonly [string, number | null])[];
  readonly note?: string;
}): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <div>
      <table>
        <caption>{caption}</caption>
        <tbody>
          {rows.map(([name, number]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{number === null ? "–" : count(number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {note !== undefined && <p class="quiet">{note}</p>}
    </div>
  );
}
