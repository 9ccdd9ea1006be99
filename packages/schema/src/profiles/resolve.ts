import { ArchiveError } from "../diagnostic/archive-error.js";
import type { DiagnosticCode } from "../diagnostic/registry.js";
import type { Severity } from "../diagnostic/severity.js";
import type { SchemaName } from "../validators/load.js";
import { PROFILES } from "./built-in.js";
import type { Demands, ObjectKind, Profile } from "./profile.js";

/** A profile with all it is built on, for one era. */
export interface ResolvedProfile {
  readonly name: string;
  readonly schemas: Readonly<Partial<Record<ObjectKind, SchemaName | null>>>;
  readonly rules: Readonly<Partial<Record<DiagnosticCode, Severity | "off">>>;
  readonly required: Readonly<Record<string, readonly string[]>>;
}

/**
 * The built-in profile of a name.
 *
 * @throws ArchiveError `profile/unknown`.
 * @example
 * ```ts
 * import { profileNamed } from "@archive/schema/validate";
 * profileNamed("activitypub").extends; // "as2"
 * ```
 */
export function profileNamed(name: string): Profile {
  const found = PROFILES.find((profile) => profile.name === name);
  if (found === undefined) {
    const names = PROFILES.map((profile) => profile.name).join(", ");
    throw new ArchiveError("profile/unknown", {
      message: `There is no profile called ${JSON.stringify(name)}; there are ${names}.`,
    });
  }
  return found;
}

/**
 * A profile with what it extends, and with what one of its eras adds. An era that the profile does not name
 * adds nothing: exporters bring out new versions.
 *
 * @example
 * ```ts
 * import { profileNamed, resolveProfile } from "@archive/schema/validate";
 * const { rules } = resolveProfile(profileNamed("mastodon-archive"), "4.3-4.4");
 * console.log(rules["media/missing"]);
 * ```
 */
export function resolveProfile(profile: Profile, era: string | null = null): ResolvedProfile {
  const line = lineOf(profile);
  const eras = era === null ? [] : line.map((each) => each.eras?.[era]).filter((each) => each !== undefined);
  const demands: readonly Demands[] = [...line, ...eras];
  return {
    name: profile.name,
    schemas: Object.assign({}, ...demands.map((each) => each.schemas)),
    rules: Object.assign({}, ...demands.map((each) => each.rules)),
    required: addUp(demands),
  };
}

/** From the profile that everything rests on to the one given. Only built-in ones can be extended: no circles. */
function lineOf(profile: Profile): readonly Profile[] {
  return profile.extends === undefined ? [profile] : [...lineOf(profileNamed(profile.extends)), profile];
}

function addUp(demands: readonly Demands[]): Readonly<Record<string, readonly string[]>> {
  const required = new Map<string, readonly string[]>();
  for (const each of demands) {
    for (const [type, keys] of Object.entries(each.required ?? {})) {
      required.set(type, [...new Set([...(required.get(type) ?? []), ...keys])]);
    }
  }
  return Object.fromEntries(required);
}
