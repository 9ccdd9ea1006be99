import type { Selection, Target } from "@archive/transform";
import { CliError, EXIT } from "../exit.js";

/** Refuses several accounts where the output can hold only one: it would be that of the first, with parts of all. */
export function checkAccounts(
  { oneAccount }: Pick<Target<never>, "oneAccount">,
  { accounts }: Selection,
  what: string,
): void {
  if (oneAccount !== true || accounts.length < 2) return;
  throw new CliError(
    EXIT.usage,
    `${what} is of one account; these archives are of ${accounts.length}.`,
    "Run it for the archives of each account; `ap-archive batch` runs it for each archive.",
  );
}
