import type { Diagnostic } from "@archive/schema";
import type { JSX } from "preact";
import type { Failure, Finding, Findings, StepProgress } from "../protocol.js";
import { count, counted } from "../words.js";
import { CodeLink, Explained } from "./explained.js";
import { StepBar } from "./step-bar.js";

const SEVERITY_WORDS = { error: "Error", warning: "Warning", info: "Worth knowing" } as const;

/** What checking the archive found, each kind to be opened. */
export function FindingList({
  findings,
  failure,
  checking,
  progress,
  onCancel,
  onCheck,
  base,
}: {
  readonly findings: Findings | null;
  readonly failure: Failure | null;
  readonly checking: boolean;
  readonly progress: StepProgress | null;
  readonly onCancel: () => void;
  readonly onCheck: () => void;
  readonly base: string;
}): JSX.Element {
  return (
    <>
      <h2>What is odd, missing or wrong</h2>
      {checking && <StepBar label="Checking" progress={progress} onCancel={onCancel} />}
      {!checking && findings === null && (
        <p>
          <button type="button" onClick={onCheck}>
            Check the archive
          </button>
        </p>
      )}
      {failure !== null && <Explained failure={failure} base={base} />}
      {findings !== null && <Checked findings={findings} base={base} />}
    </>
  );
}

function Checked({ findings, base }: { readonly findings: Findings; readonly base: string }): JSX.Element {
  const { counts, profile, items } = findings;
  const verdict =
    counts.error > 0
      ? `${counted(counts.error, "error")}: some of the data is wrong or lost.`
      : "No errors: everything that is there can be read.";
  return (
    <>
      <p>
        {verdict} {counted(items, "item")} held against the profile <code>{profile}</code>:{" "}
        {counted(counts.warning, "warning")}, {counted(counts.info, "remark")}. Findings name places and never
        quote what is private.
      </p>
      <ul class="findings">
        {findings.findings.map((finding) => (
          <li key={finding.code}>
            <FindingDetails finding={finding} base={base} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** One kind of finding with its first places. */
export function FindingDetails({
  finding,
  base,
}: {
  readonly finding: Finding;
  readonly base: string;
}): JSX.Element {
  const { code, severity, title, hint, samples } = finding;
  return (
    <details>
      <summary>
        <span class={`severity ${severity}`}>{SEVERITY_WORDS[severity]}</span> {title}{" "}
        <span class="quiet">× {count(finding.count)}</span>
      </summary>
      {hint !== "" && <p>{hint}</p>}
      <p class="quiet">
        <CodeLink code={code} base={base} />
        {finding.items !== finding.count && `, in ${counted(finding.items, "item")}`}
        {samples.length < finding.count && `; the first ${count(samples.length)}:`}
      </p>
      <ol class="places">
        {samples.map((sample, index) => (
          <li key={index}>
            <Place sample={sample} title={title} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Place({ sample, title }: { readonly sample: Diagnostic; readonly title: string }): JSX.Element {
  const { message, file, pointer, offset, id, expected, actual } = sample;
  const place = [file, pointer, offset === undefined ? undefined : `byte ${count(offset)}`];
  return (
    <>
      {message !== `${title}.` && <p>{message}</p>}
      <p class="place">
        {place.filter((part) => part !== undefined && part !== "").join(" · ") || "the archive as a whole"}
      </p>
      {id !== undefined && <p class="place">{id}</p>}
      {expected !== undefined && <p>Expected: {expected}</p>}
      {actual !== undefined && <p>There is: {actual}</p>}
    </>
  );
}
