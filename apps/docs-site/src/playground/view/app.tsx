import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Chosen } from "../chosen.js";
import { Reading } from "../reading.js";
import { Downloads } from "./downloads.js";
import { Explained } from "./explained.js";
import { FindingList } from "./finding-list.js";
import { ReportView } from "./report-view.js";
import { Start } from "./start.js";
import { StepBar } from "./step-bar.js";
import { Tabs } from "./tabs.js";
import { TimelineView } from "./timeline-view.js";

/** The whole page: an invitation, then one archive at a time. */
export function App({ base }: { readonly base: string }): JSX.Element {
  const [reading, setReading] = useState<Reading | null>(null);
  const [, redraw] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => () => reading?.end(), [reading]);

  const take = (chosen: Chosen): void => {
    reading?.end();
    const next = new Reading(chosen, () => redraw((times) => times + 1));
    setReading(next);
    void next.run().then(() => {
      // The button that was pressed is gone; whoever has moved on meanwhile stays where they are.
      if (document.activeElement === document.body) heading.current?.focus();
    });
  };
  const leave = (): void => {
    reading?.end();
    setReading(null);
  };

  if (reading === null) return <Start onChosen={take} base={base} />;
  const { state } = reading;
  return (
    <>
      <div class="opened">
        <h1 ref={heading} tabIndex={-1}>
          {state.report?.account?.handle ?? state.report?.account?.name ?? reading.chosen.name}
        </h1>
        <button type="button" onClick={leave}>
          {state.step === null ? "Open another archive" : "Cancel"}
        </button>
      </div>
      {state.failure !== null && <Explained failure={state.failure} base={base} />}
      {state.step !== null && <StepBar label={state.step} progress={state.progress} />}
      <p class="quiet" role="status">
        {state.said}
      </p>
      {state.report !== null && state.opened !== null && (
        <Tabs
          label="What is in the archive"
          tabs={[
            {
              id: "report",
              name: "Overview",
              panel: <ReportView report={state.report} opened={state.opened} />,
            },
            {
              id: "posts",
              name: "Posts",
              panel:
                state.facts === null ? (
                  <p>The posts are still being read.</p>
                ) : (
                  <TimelineView api={reading.api} facts={state.facts} opened={state.opened} />
                ),
            },
            {
              id: "findings",
              name: state.findings === null ? "Findings" : `Findings (${state.findings.findings.length})`,
              panel: (
                <FindingList
                  findings={state.findings}
                  failure={state.checkFailure}
                  checking={state.checking}
                  progress={state.checkProgress}
                  onCancel={() => reading.cancelCheck()}
                  onCheck={() => void reading.check()}
                  base={base}
                />
              ),
            },
            {
              id: "downloads",
              name: "Downloads",
              panel: (
                <Downloads api={reading.api} base={base} byVisibility={state.report.posts.byVisibility} />
              ),
            },
          ]}
        />
      )}
    </>
  );
}
