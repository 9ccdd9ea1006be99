import type { JSX } from "preact";
import type { Failure } from "../protocol.js";

/** What went wrong, and what to do about it. */
export function Explained({
  failure,
  base,
}: {
  readonly failure: Failure;
  readonly base: string;
}): JSX.Element {
  const { code, message, hint } = failure;
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{message}</strong>
      </p>
      {hint !== "" && <p>{hint}</p>}
      {code !== null && (
        <p class="quiet">
          <CodeLink code={code} base={base} />
        </p>
      )}
    </div>
  );
}

/** A code with a link to the page about it. */
export function CodeLink({ code, base }: { readonly code: string; readonly base: string }): JSX.Element {
  return (
    <a
      href={`${base}reference/diagnostic/${code}/`}
      target="_blank"
      rel="noreferrer"
      data-astro-prefetch="false"
    >
      <code>{code}</code>
    </a>
  );
}
