import type { ExaminedPost } from "../post/examine.js";
import type { Origin } from "./origins.js";

/** A post met in one of the accounts' archives. */
export interface FoundPost extends ExaminedPost {
  readonly origin: Origin;
}
