import { InvalidArgumentError } from "commander";

/** Parses an option that is a number of things. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError("It has to be a whole number.");
}
