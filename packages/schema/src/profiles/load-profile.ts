import { ArchiveError } from "../diagnostic/archive-error.js";
import { DIAGNOSTICS } from "../diagnostic/registry.js";
import { validate } from "../generated/validators/profile.js";
import type { Profile } from "./profile.js";
import { resolveProfile } from "./resolve.js";

/**
 * Takes a user's own profile, as parsed from a file: checks it, and that what it extends is there.
 *
 * @throws ArchiveError `profile/invalid` or `profile/unknown`: a profile is not data, so what is wrong with it
 * ends the run.
 * @example
 * ```ts
 * import { createReporter } from "@archive/schema";
 * import { createValidator, loadProfile } from "@archive/schema/validate";
 * const profile = loadProfile({ name: "ours", extends: "wild", rules: { "as2/required-type": "warning" } });
 * const validator = await createValidator({ profile, onDiagnostic: createReporter().report });
 * ```
 */
export function loadProfile(value: unknown): Profile {
  if (!isProfile(value)) {
    const [first] = validate.errors ?? [];
    throw invalid(`${first?.instancePath ?? ""} (${first?.keyword ?? ""})`);
  }
  const eras = Object.entries(value.eras ?? {});
  for (const [place, demands] of [
    ["", value] as const,
    ...eras.map(([name, era]) => [`/eras/${name}`, era] as const),
  ]) {
    for (const code of Object.keys(demands.rules ?? {})) {
      if (!Object.hasOwn(DIAGNOSTICS, code)) throw invalid(`${place}/rules: there is no code ${code}`);
    }
  }
  resolveProfile(value);
  return value;
}

/** The generated validator decides; codes are looked up apart, so that a new one needs no new validator. */
function isProfile(value: unknown): value is Profile {
  return validate(value);
}

function invalid(place: string): ArchiveError {
  return new ArchiveError("profile/invalid", {
    message: `${DIAGNOSTICS["profile/invalid"].title}: see ${place.trim()}.`,
  });
}
