import type { KnownDialect } from "@archive/reader";
import type { Session } from "../session.js";
import type { TargetFacts } from "../targets/target-entry.js";
import { FEATURE_WORDS, PURPOSES } from "../targets/words.js";
import { columns } from "./columns.js";
import { listed } from "./quantity.js";

/** What `formats` prints at a terminal. */
export function formatsText(
  inputs: readonly KnownDialect[],
  targets: readonly TargetFacts[],
  { paint }: Session,
): string[] {
  const rows = inputs.map(({ dialect, eras }) => [dialect, eras.join(", ").replaceAll("-", "–")]);
  return [
    paint("bold", "Reads the archives of"),
    ...columns(rows, { gap: 3 }).map((line) => `  ${line}`),
    "",
    paint("bold", "Writes"),
    ...targets.flatMap((target) => [
      `  ${paint("cyan", target.name)}  ${PURPOSES[target.purpose]}`,
      ...supportLines(target),
    ]),
  ];
}

function supportLines({ support }: TargetFacts): string[] {
  const kept: string[] = [];
  const dropped: string[] = [];
  const changed: string[] = [];
  for (const [feature, words] of Object.entries(FEATURE_WORDS)) {
    // The keys of FEATURE_WORDS are the features: its type says so.
    const what = support[feature as keyof typeof support];
    if (what === "kept") kept.push(words);
    else if (what === "dropped") dropped.push(words);
    else changed.push(`    changes  ${words}: ${what.degraded}`);
  }
  return [
    ...(kept.length === 0 ? [] : [`    keeps    ${listed(kept)}`]),
    ...changed,
    ...(dropped.length === 0 ? [] : [`    drops    ${listed(dropped)}`]),
  ];
}
