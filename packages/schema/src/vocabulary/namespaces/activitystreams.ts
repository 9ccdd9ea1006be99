import { namespace } from "../define.js";
import type { Namespace } from "../term.js";
import { ACTIVITY_PROPERTIES } from "./activitystreams/activity-properties.js";
import { CLASSES } from "./activitystreams/classes.js";
import { ACTIVITYSTREAMS_HEAD } from "./activitystreams/head.js";
import { OBJECT_PROPERTIES } from "./activitystreams/object-properties.js";
import { OTHER_PROPERTIES } from "./activitystreams/other-properties.js";

/** Everything W3C's ActivityStreams 2.0 Vocabulary defines. */
export const ACTIVITYSTREAMS: Namespace = namespace(ACTIVITYSTREAMS_HEAD, [
  ...CLASSES,
  ...OBJECT_PROPERTIES,
  ...ACTIVITY_PROPERTIES,
  ...OTHER_PROPERTIES,
]);
