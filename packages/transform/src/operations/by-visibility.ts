import type { Visibility } from "@archive/schema";

/** No post counted yet, by who may see it. */
export function emptyByVisibility(): Record<Visibility, number> {
  return { public: 0, unlisted: 0, followers: 0, direct: 0, unknown: 0 };
}
