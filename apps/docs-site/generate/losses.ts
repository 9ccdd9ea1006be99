import { type Page, plain, table } from "./pages.ts";
import type { FeatureProof, Proofs } from "./proofs.ts";
import type { ReferenceModel, TargetModel } from "./reference-model.ts";

/** What becomes of each feature in each output, in words, with what tests saw of it. */
export function lossesReference({ targets }: ReferenceModel, { features }: Proofs): Page {
  const [first] = targets;
  return {
    slug: "targets/losses",
    title: "Losses, feature by feature",
    description: "What each output makes of polls, content warnings, dates and everything else a post has.",
    markdown: [
      "The left column of each table is what an output's code says of itself, the right one what tests saw: they make archives that differ in one feature and in nothing else, write each of them, and look whether the outputs still tell what the archives told. Formats that this toolkit reads are read again; of `sharkey` and `gotosocial` counts what the importers there make of the files, as their code has it; of all others, every byte.",
      "An output may be seen to keep more than it says: a link to a post that was quoted still says which one it was.",
      ...(first?.support ?? []).map(({ feature, words }) =>
        [`## ${capital(words)}`, featureTable(feature, targets, features)].join("\n\n"),
      ),
    ].join("\n\n"),
  };
}

function featureTable(
  feature: string,
  targets: readonly TargetModel[],
  features: Proofs["features"],
): string {
  return table(
    ["Output", "What becomes of it", "Seen"],
    targets.map(({ name, support }) => {
      const says = support.find((each) => each.feature === feature)?.support ?? "dropped";
      return [
        `[${name}](../${name}/)`,
        plain(says.replace(/^degraded: /, "")),
        seen(features[name]?.[feature]),
      ];
    }),
  );
}

function seen(proof: FeatureProof | undefined): string {
  if (proof === undefined) return "";
  if (proof.verdict === "same") return "read again as it was";
  if (proof.verdict === "none") return "no trace";
  if (proof.alike.length === 0) return "all told apart";
  return `not told apart: ${proof.alike.map((group) => plain(group.join(", "))).join("; ")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
