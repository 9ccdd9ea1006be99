import { knownDialects } from "@archive/reader";
import { EXIT } from "../../exit.js";
import { formatsText } from "../../render/formats-text.js";
import type { Session } from "../../session.js";
import { TARGETS } from "../../targets/index.js";
import { supportText } from "../../targets/words.js";

/** Lists inputs and targets. */
export async function runFormats(session: Session): Promise<number> {
  const inputs = knownDialects();
  const targets = await Promise.all(TARGETS.map((target) => target.facts()));
  if (session.options.json) {
    session.printJson({
      inputs,
      targets: targets.map(({ name, purpose, support }) => ({
        name,
        purpose,
        support: Object.fromEntries(
          Object.entries(support).map(([feature, what]) => [feature, supportText(what)]),
        ),
      })),
    });
  } else {
    session.print(formatsText(inputs, targets, session));
  }
  return EXIT.done;
}
