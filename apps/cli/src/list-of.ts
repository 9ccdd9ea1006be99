import { InvalidArgumentError } from "commander";

/** Parses an option that is a list of words, with commas between them. */
export function listOf<const Choices extends readonly string[]>(
  choices: Choices,
): (text: string) => Choices[number][] {
  return (text) => {
    const given = text.split(",").map((word) => word.trim());
    const known = choices.filter((choice) => given.includes(choice));
    const unknown = given.find((word) => !choices.includes(word));
    if (unknown === undefined && known.length > 0) return known;
    throw new InvalidArgumentError(
      `${unknown === "" ? "A word is missing." : `"${unknown}" is none of ${choices.join(", ")}.`}`,
    );
  };
}
