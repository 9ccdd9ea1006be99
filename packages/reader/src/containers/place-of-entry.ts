import type { Listed } from "../guards/listing.js";
import type { Entry } from "./container.js";

/**
 * What the container knows of an entry, found by its path.
 *
 * @throws RangeError when the container has no such entry: it came from another one.
 */
export function placeOfEntry<Place>(listed: ReadonlyMap<string, Listed<Place>>, entry: Entry): Listed<Place> {
  const found = listed.get(entry.path);
  if (found === undefined) throw new RangeError(`This container has no entry "${entry.path}".`);
  return found;
}
