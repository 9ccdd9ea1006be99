import type { JsonObject } from "@archive/schema";
import type { ContainerKind } from "../containers/container.js";
import type { FoundOutbox, Look } from "./look.js";

/** What is known of an ActivityStreams outbox before its exporter is: the little that is read to open it. */
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

/** {@link Probes} of an outbox that was found. */
export function probesOf(look: Look, { places, probe, actor }: FoundOutbox): Probes {
  return {
    container: look.options.kind,
    root: places.root,
    actor: actor.item?.raw ?? null,
    envelope: probe.envelope,
    items: probe.items,
  };
}
