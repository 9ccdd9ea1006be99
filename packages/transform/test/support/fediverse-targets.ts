import type { Target } from "@archive/transform";
import {
  activitystreamsTarget,
  type FediverseOptions,
  fep6fcdTarget,
  gotosocialTarget,
  mastodonTarget,
  misskeyTarget,
  pleromaTarget,
  sharkeyTarget,
} from "@archive/transform/fediverse";

/** The formats of other servers. */
export const FEDIVERSE_TARGETS: readonly Target<FediverseOptions>[] = [
  activitystreamsTarget,
  fep6fcdTarget,
  gotosocialTarget,
  mastodonTarget,
  misskeyTarget,
  pleromaTarget,
  sharkeyTarget,
];
