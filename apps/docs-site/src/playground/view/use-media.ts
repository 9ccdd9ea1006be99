import type { MediaKey } from "@archive/transform";
import type { Remote } from "comlink";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PlaygroundApi, TimelinePost } from "../protocol.js";

/** Pictures larger than this are shown when asked for. */
const AT_ONCE = 16 * 1024 * 1024;

/** Files of the archive as addresses that the page may show. */
export interface ShownMedia {
  /** Whether pictures are read when their posts show. */
  readonly automatic: boolean;
  /** Its address; `undefined` before it was read, `null` where it could not be. */
  urlOf(key: MediaKey): string | null | undefined;
  /** Reads the pictures of posts in one pass. */
  load(posts: readonly TimelinePost[]): void;
  loadFile(key: MediaKey): void;
}

/** Reads media from the worker and gives their addresses back when the view is left. */
export function useMedia(api: Remote<PlaygroundApi>, automatic: boolean): ShownMedia {
  const [urls, setUrls] = useState<ReadonlyMap<MediaKey, string | null>>(new Map());
  const made = useRef(new Map<MediaKey, string | null>());

  useEffect(() => {
    const all = made.current;
    return () => {
      for (const url of all.values()) if (url !== null) URL.revokeObjectURL(url);
      all.clear();
    };
  }, []);

  const read = async (keys: readonly MediaKey[]): Promise<void> => {
    const wanted = keys.filter((key) => !made.current.has(key));
    if (wanted.length === 0) return;
    for (const key of wanted) made.current.set(key, null);
    const answer = await api.media(wanted);
    const blobs = answer.outcome === "done" ? answer.value : new Map<MediaKey, Blob>();
    for (const [key, blob] of blobs) made.current.set(key, URL.createObjectURL(blob));
    setUrls(
      (before) => new Map([...before, ...wanted.map((key) => [key, made.current.get(key) ?? null] as const)]),
    );
  };

  return {
    automatic,
    urlOf: (key) => urls.get(key),
    load(posts) {
      const keys = posts.flatMap(({ attachments }) =>
        attachments.flatMap(({ kind, media, bytes }) =>
          kind === "image" && media !== null && (bytes ?? 0) <= AT_ONCE ? [media] : [],
        ),
      );
      void read(keys);
    },
    loadFile: (key) => void read([key]),
  };
}
