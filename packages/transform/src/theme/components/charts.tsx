import type { JSX } from "preact";
import type { DatedMonth, Page } from "../site.js";

const WIDTH = 1000;
const HEIGHT = 160;
const TICKS = 4;

/**
 * Posts of each month as columns, replies standing on the rest. One path for each, whatever the number of
 * months; empty months between are drawn as gaps. The drawing stretches, its labels are HTML and do not.
 */
export function MonthColumns({
  page,
  months,
  label,
}: {
  readonly page: Page;
  readonly months: readonly DatedMonth[];
  readonly label: string;
}): JSX.Element {
  const { formats, strings } = page.site;
  const first = indexOf(months[0]?.month ?? "");
  const length = indexOf(months.at(-1)?.month ?? "") - first + 1;
  const top = roundUp(Math.max(1, ...months.map(({ posts }) => posts)));
  const step = WIDTH / Math.max(1, length);
  const width = Math.max(0.5, Math.min(step * 0.85, 40));
  const columns = { own: "", replies: "" };
  for (const { month, posts, replies } of months) {
    const x = short((indexOf(month) - first) * step);
    const own = Math.round((Math.max(0, posts - replies) / top) * HEIGHT);
    const answered = Math.round((replies / top) * HEIGHT);
    columns.own += `M${x} ${HEIGHT}v-${own}h${short(width)}v${own}z`;
    if (answered > 0) columns.replies += `M${x} ${HEIGHT - own}v-${answered}h${short(width)}v${answered}z`;
  }
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => (top / TICKS) * (TICKS - index));
  return (
    <>
      <div class="plot">
        <div class="y-axis" aria-hidden="true">
          {ticks.map((tick) => (
            <span>{Number.isInteger(tick) ? formats.number(tick) : ""}</span>
          ))}
        </div>
        <svg
          class="tall grows"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          <path class="gridline" d={[1, 2, 3].map((n) => `M0 ${(HEIGHT / TICKS) * n}H${WIDTH}`).join("")} />
          <path class="h3" d={columns.own} />
          {columns.replies === "" ? null : <path class="h1" d={columns.replies} />}
        </svg>
        <div class="x-axis" aria-hidden="true">
          {ends(months).map((month) => (
            <span>{formats.month(month)}</span>
          ))}
        </div>
      </div>
      <p class="legend">
        <Key level="h3" text={strings.posts} />{" "}
        {columns.replies === "" ? null : <Key level="h1" text={strings.replies} />}
      </p>
    </>
  );
}

function Key({ level, text }: { readonly level: string; readonly text: string }): JSX.Element {
  return (
    <span>
      <svg width="12" height="12" aria-hidden="true">
        <rect class={level} width="12" height="12" />
      </svg>
      {text}
    </span>
  );
}

const CELL = 20;
const LARGEST = 8.8;

/** A dot for each hour of each weekday; its area says how many posts. */
export function HourDots({
  page,
  hours,
  names,
  label,
}: {
  readonly page: Page;
  readonly hours: readonly (readonly number[])[];
  readonly names: readonly string[];
  readonly label: string;
}): JSX.Element {
  const { formats } = page.site;
  const most = Math.max(1, ...hours.flat());
  const dots = { none: "", some: "" };
  for (const [row, counts] of hours.entries()) {
    for (const [column, count] of counts.entries()) {
      const radius = count === 0 ? 1.2 : Math.max(1.6, Math.sqrt(count / most) * LARGEST);
      const r = short(radius);
      const d = short(2 * radius);
      const x = short(column * CELL + CELL / 2 - radius);
      dots[count === 0 ? "none" : "some"] +=
        `M${x} ${row * CELL + CELL / 2}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0-${d} 0z`;
    }
  }
  return (
    <div class="plot">
      <div class="y-axis rows" aria-hidden="true">
        {names.map((name) => (
          <span>{name}</span>
        ))}
      </div>
      <svg viewBox={`0 0 ${24 * CELL} ${7 * CELL}`} class="grows" role="img" aria-label={label}>
        {dots.none === "" ? null : <path class="h0" d={dots.none} />}
        <path class="h3" d={dots.some} />
      </svg>
      <div class="x-axis" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span>{formats.number(hour)}</span>
        ))}
      </div>
    </div>
  );
}

/** Months since year 0. */
function indexOf(month: string): number {
  return Number(month.slice(0, -3)) * 12 + Number(month.slice(-2));
}

/** First and last month; the first alone where there is one. */
function ends(months: readonly DatedMonth[]): readonly string[] {
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (first === undefined || last === undefined) return [];
  return first === last ? [first] : [first, last];
}

/** The next number that four steps divide well. */
function roundUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1) * 4;
  return Math.ceil(value / step) * step;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
