import type { JSX } from "preact";
import type { TimelineFacts, TimelineRequest } from "../protocol.js";
import { languageName } from "../words.js";
import { VisibilityChoice } from "./visibility-choice.js";

const KINDS = [
  ["post", "Posts"],
  ["reply", "Replies to others"],
  ["selfReply", "Replies to oneself"],
  ["poll", "Polls"],
  ["boost", "Boosts"],
] as const;
const MEDIA = [
  ["image", "Pictures"],
  ["video", "Films"],
  ["audio", "Sounds"],
] as const;
const ORDERS = [
  ["newest", "Newest first"],
  ["oldest", "Oldest first"],
] as const;

/** What the timeline is narrowed to. */
export function TimelineFilters({
  request,
  facts,
  onChange,
}: {
  readonly request: TimelineRequest;
  readonly facts: TimelineFacts;
  readonly onChange: (change: Partial<TimelineRequest>) => void;
}): JSX.Element {
  return (
    <search>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label class="wide">
          Search
          <input
            type="search"
            value={request.query}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="search-help"
            onInput={(event) => onChange({ query: event.currentTarget.value })}
          />
        </label>
        <p id="search-help" class="quiet wide">
          Words, “words in a row”, #hashtag, @name, and -word for what is not wanted.
        </p>
        <VisibilityChoice
          legend="Show"
          chosen={request.visibilities}
          byVisibility={facts.byVisibility}
          onChange={(visibilities) => onChange({ visibilities })}
        />
        <Choice
          label="Kind"
          all="All but boosts"
          choices={KINDS}
          chosen={request.kind}
          onChoose={(kind) => onChange({ kind })}
        />
        <Choice
          label="Year"
          all="All"
          choices={facts.years.map((year) => [year, year] as const)}
          chosen={request.year}
          onChoose={(year) => onChange({ year })}
        />
        <Choice
          label="Language"
          all="All"
          choices={facts.languages.map((tag) => [tag, languageName(tag)] as const)}
          chosen={request.language}
          onChoose={(language) => onChange({ language })}
        />
        <Choice
          label="With"
          all="Anything"
          choices={MEDIA}
          chosen={request.media}
          onChoose={(media) => onChange({ media })}
        />
        <Choice
          label="Order"
          choices={ORDERS}
          chosen={request.order}
          onChoose={(order) => onChange({ order: order ?? "newest" })}
        />
      </form>
    </search>
  );
}

function Choice<T extends string>({
  label,
  all,
  choices,
  chosen,
  onChoose,
}: {
  readonly label: string;
  /** What choosing nothing is called; without it something is always chosen. */
  readonly all?: string;
  readonly choices: readonly (readonly [T, string])[];
  readonly chosen: T | null;
  readonly onChoose: (choice: T | null) => void;
}): JSX.Element | null {
  if (choices.length === 0) return null;
  return (
    <label>
      {label}
      <select
        value={chosen ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChoose(choices.find(([choice]) => choice === value)?.[0] ?? null);
        }}
      >
        {all !== undefined && <option value="">{all}</option>}
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
