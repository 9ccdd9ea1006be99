import type { JsonObject } from "@archive/schema";
import type { ContainerKind, Entry } from "../containers/container.js";
import type { CollectionName } from "../item.js";

/** What is known of an archive before its exporter is: the little that is read to open it. */
export interface Probes {
  readonly container: ContainerKind;
  /** Folder of the outbox inside the container, with a slash at its end; empty at the root. */
  readonly root: string;
  readonly actor: JsonObject | null;
  /** The outbox's keys beside its list, as far as they precede it. */
  readonly envelope: ReadonlyMap<string, unknown>;
  /** The first items of the outbox. */
  readonly items: readonly unknown[];
}

/** How well an archive fits a dialect. */
export interface Detection {
  /** 0: not at all; 1: certainly. The dialect with the highest is taken. */
  readonly confidence: number;
  /** One of the dialect's eras; `null` when the archive does not show it. */
  readonly era: string | null;
}

/** Which entry holds what, by path below the archive's root. */
export interface Layout {
  readonly outbox: string;
  readonly actor: string;
  readonly collections: Readonly<Partial<Record<CollectionName, string>>>;
}

/** One exporting software's way of laying out an archive. */
export interface Dialect {
  readonly name: string;
  /** Spans of versions that lay things out alike, oldest first. */
  readonly eras: readonly string[];
  readonly layout: Layout;
  detect(entries: readonly Entry[], probes: Probes): Detection;
}
