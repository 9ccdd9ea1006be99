import type { JSX } from "preact";
import type { Page, PostCard } from "../site.js";

/** When and where, of an event. What a content warning hides stays hidden. */
export function EventFacts({
  page,
  card,
}: {
  readonly page: Page;
  readonly card: PostCard;
}): JSX.Element | null {
  const { strings, formats } = page.site;
  const { event, contentWarning } = card.post;
  if (event === null || contentWarning !== null) return null;
  const { start, end, place } = event;
  if (start === null && place === null) return null;
  return (
    <dl class="event h-event">
      {start === null ? null : (
        <div>
          <dt>{strings.eventWhen}</dt>
          <dd>
            <time class="dt-start" datetime={start}>
              {formats.fullMoment(start)}
            </time>
            {end === null ? null : (
              <>
                {" "}
                <time class="dt-end" datetime={end}>
                  {strings.eventUntil(
                    formats.date(start) === formats.date(end) ? formats.time(end) : formats.moment(end),
                  )}
                </time>
              </>
            )}
          </dd>
        </div>
      )}
      {place === null ? null : (
        <div>
          <dt>{strings.eventWhere}</dt>
          <dd class="p-location" dir="auto">
            {place}
          </dd>
        </div>
      )}
    </dl>
  );
}
