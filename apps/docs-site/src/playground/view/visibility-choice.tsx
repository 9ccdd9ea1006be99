import { VISIBILITIES, type Visibility } from "@archive/schema";
import type { JSX } from "preact";
import { count, isPrivate, VISIBILITY_WORDS } from "../words.js";

/** Which posts, by who may see them. What the archive has none of is not offered. */
export function VisibilityChoice({
  legend,
  chosen,
  byVisibility,
  onChange,
}: {
  readonly legend: string;
  readonly chosen: readonly Visibility[];
  readonly byVisibility: Readonly<Record<Visibility, number>>;
  readonly onChange: (chosen: readonly Visibility[]) => void;
}): JSX.Element {
  const offered = VISIBILITIES.filter((each) => byVisibility[each] > 0);
  return (
    <fieldset>
      <legend>{legend}</legend>
      {offered.map((each) => (
        <label key={each} class={isPrivate(each) ? "private" : ""}>
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={(event) => {
              const others = chosen.filter((other) => other !== each);
              onChange(event.currentTarget.checked ? [...others, each] : others);
            }}
          />{" "}
          {VISIBILITY_WORDS[each].name} <span class="quiet">{count(byVisibility[each])}</span>
        </label>
      ))}
    </fieldset>
  );
}
