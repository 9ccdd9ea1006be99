import type { Activity, JsonObject, RunOptions, Visibility } from "@archive/schema";
import type { ContainerKind, Entry } from "../containers/container.js";
import type { CollectionName, Item } from "../item.js";
import type { ActorDocument } from "./actor-document.js";
import type { CollectionFile } from "./collection-files.js";
import type { Look } from "./look.js";
import type { Interest } from "./survey.js";

/** How well an archive fits a dialect. */
export interface Detection {
  /** 0: not at all; 1: certainly. The dialect with the highest is taken, of two alike the one listed first. */
  readonly confidence: number;
  /** One of the dialect's eras; `null` when the archive does not show it. */
  readonly era: string | null;
}

/** An archive that may be a dialect's own, and how it is then read. */
export interface Recognition extends Detection {
  /** Called of the dialect that is taken, once. */
  open(): Promise<Contents>;
}

/** An element of an outbox as an activity. */
export interface Reshaped {
  readonly value: Activity;
  /** What the layout says of its visibility. */
  readonly hint?: Visibility | undefined;
}

/** Where an element stands. */
export interface ElementPlace {
  readonly file: string;
  readonly pointer: string;
  readonly offset: number;
}

/** Makes an activity of an element; `null` when it is none of the account's own, or of nothing. */
export type Reshape = (
  element: JsonObject,
  place: ElementPlace,
  report: RunOptions["onDiagnostic"],
) => Reshaped | null;

/** How the items of an outbox are read; those before the byte `from` are passed over. */
export interface ItemsOptions extends RunOptions {
  readonly from?: number | undefined;
}

/** What an archive holds and how it is read, once its dialect is known. */
export interface Contents {
  /** How it is packed, where the container can't tell: one document, or one on each line. */
  readonly kind?: ContainerKind | undefined;
  /** The archive's folder in the container, with a slash at its end; empty at the root. */
  readonly root: string;
  /** The entries of this archive: not those of another one packed beside it. */
  readonly entries: readonly Entry[];
  /** The file the posts are in; `null`: none, or in many. */
  readonly outbox: Entry | null;
  /** Further documents that tell of posts or the account; no media, whatever they are called. */
  readonly documents?: readonly Entry[];
  /** Folder that addresses inside the documents start from, where that is not the root. */
  readonly base?: string;
  /** The outbox's `totalItems`; `undefined`: not read that far. */
  readonly total?: number | null | undefined;
  readonly actor: ActorDocument;
  /** The entry the actor was read from. */
  readonly actorEntry: Entry | null;
  /** Keys whose lists hold the items: those of ActivityStreams unless told. */
  readonly lists?: readonly string[];
  /** What each element becomes; without it, elements are activities already. Made when the first is asked for. */
  readonly reshape?: () => Promise<Reshape>;
  /** Reads the items of an outbox that is no list in one JSON document. */
  readonly items?: (options: ItemsOptions) => AsyncIterable<Item<Activity>>;
  /** Files that are known to hold a collection, or (`null`) to hold none, by path. */
  readonly known?: ReadonlyMap<string, CollectionName | null>;
  /** Collections that stand in parts of documents. */
  readonly collections?: readonly CollectionFile[];
  /** What becomes of a file with a collection, in the archive or beside it, that means something else here. */
  readonly adapt?: (file: CollectionFile) => CollectionFile;
  /** Paths of entries that are secret by this dialect; it has reported them. */
  readonly secret?: readonly string[];
  /** When it was exported, UTC, where a document tells. */
  readonly exportedAt?: string | null;
}

/** One exporting software's way of laying out an archive. */
export interface Dialect {
  readonly name: string;
  /** Spans of versions that lay things out alike, oldest first. */
  readonly eras: readonly string[];
  /** How much of an entry to keep where going back costs a pass over the container. */
  interest?(path: string): Interest;
  /** Tells how well an archive fits; `null`: not at all. Reads no more than beginnings. */
  recognise(look: Look): Promise<Recognition | null>;
}
