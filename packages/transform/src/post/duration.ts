import { numberOf } from "@archive/schema";

// ISO 8601 durations as servers write them; years and months have no fixed length and none writes them.
const DURATION =
  /^P(?:(\d+(?:[.,]\d+)?)W)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
const SECONDS = [604_800, 86_400, 3600, 60, 1] as const;

/**
 * The seconds a duration says: `PT1H2M3.5S` is 3723.5. A plain number is taken for seconds, as some servers mean
 * it; `null` for anything else, and for nothing.
 * Source: AS2 Vocabulary, `duration` (xsd:duration); PeerTube writes `PT123S`.
 */
export function durationOf(value: unknown): number | null {
  const plain = numberOf(value);
  if (plain !== null) return plain > 0 ? plain : null;
  if (typeof value !== "string") return null;
  const parts = DURATION.exec(value.trim())?.slice(1);
  if (parts === undefined) return null;
  let seconds = 0;
  for (const [at, part] of parts.entries()) {
    if (part !== undefined) seconds += Number(part.replace(",", ".")) * (SECONDS[at] ?? 0);
  }
  const rounded = Math.round(seconds * 1000) / 1000;
  return Number.isFinite(rounded) && rounded > 0 ? rounded : null;
}
