import { crc32 } from "node:zlib";
import type { Platform } from "../containers/platform.js";
import { BUFFER_TOOLS } from "./buffer-tools.js";
import { inflated } from "./inflate.js";
import { unzipperListing } from "./unzipper-listing.js";

/** zlib on its own threads, and `unzipper` for a second look at each zip's directory. */
export const NODE: Platform = {
  inflated,
  inflatedExactly: inflated,
  crc32,
  text: BUFFER_TOOLS.text,
  secondReading: unzipperListing,
};
