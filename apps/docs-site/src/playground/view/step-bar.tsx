import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { StepProgress } from "../protocol.js";
import { count } from "../words.js";

/** How far a step is, as a bar that screen readers can tell. */
export function StepBar({
  label,
  progress,
  onCancel,
}: {
  readonly label: string;
  readonly progress: StepProgress | null;
  readonly onCancel?: () => void;
}): JSX.Element {
  const id = useId();
  const part = progress?.part ?? null;
  return (
    <div class="step">
      <label for={id}>
        <span>
          {label} …{progress !== null && progress.items > 0 && ` ${count(progress.items)}`}
        </span>
        {part === null ? (
          <progress id={id} />
        ) : (
          <progress id={id} value={Math.min(part.done, part.total)} max={Math.max(1, part.total)} />
        )}
      </label>
      {onCancel !== undefined && (
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </div>
  );
}
