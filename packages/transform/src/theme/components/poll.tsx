import type { JSX } from "preact";
import type { Poll as PollData } from "../../post/post.js";
import type { Page } from "../site.js";

/** A poll: options with bars where the votes are known, and who voted until when. */
export function Poll({ page, poll }: { readonly page: Page; readonly poll: PollData }): JSX.Element {
  const { strings, formats } = page.site;
  const votes = poll.options.map((option) => Math.max(0, option.votes ?? 0));
  const sum = votes.reduce((total, count) => total + count, 0);
  const most = Math.max(0, ...votes);
  // With several answers a person, shares are of people; they need not add up to a hundred.
  const whole = poll.voters !== null && poll.voters > 0 ? poll.voters : sum;
  const known = poll.options.some((option) => option.votes !== null);
  return (
    <>
      <ul class="poll">
        {poll.options.map((option, index) => {
          const count = votes[index] ?? 0;
          const share = whole > 0 ? Math.min(100, Math.round((count / whole) * 100)) : 0;
          return (
            <li class={count > 0 && count === most ? "most" : undefined}>
              <span dir="auto">{option.name}</span>
              {known ? (
                <>
                  {" "}
                  <span class="share">
                    {strings.votesOf(count, formats.number(count))} · {strings.percent(formats.number(share))}
                  </span>
                  <svg class="grows" aria-hidden="true">
                    <rect class="bar-ground" width="100%" height="100%" />
                    <rect class="bar" width={`${share}%`} height="100%" />
                  </svg>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
      <PollFoot page={page} poll={poll} sum={known ? sum : null} />
    </>
  );
}

function PollFoot({
  page,
  poll,
  sum,
}: {
  readonly page: Page;
  readonly poll: PollData;
  readonly sum: number | null;
}): JSX.Element | null {
  const { strings, formats } = page.site;
  const when = poll.endTime === null ? null : formats.date(poll.endTime);
  const parts = [
    poll.voters !== null && poll.voters > 0
      ? strings.votersOf(poll.voters, formats.number(poll.voters))
      : sum === null
        ? null
        : strings.votesOf(sum, formats.number(sum)),
    poll.closed ? strings.pollClosed(when) : when === null ? null : strings.pollOpenUntil(when),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <p class="poll-foot">{parts.join("; ")}</p>;
}
