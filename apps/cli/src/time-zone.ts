import { CliError, EXIT } from "./exit.js";

/** A time zone as it was given, if there is one of that name. */
export function checkTimeZone(name: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    throw new CliError(
      EXIT.usage,
      `There is no time zone named ${name}.`,
      "Time zones are named like Europe/Berlin, America/Sao_Paulo or UTC.",
    );
  }
}
