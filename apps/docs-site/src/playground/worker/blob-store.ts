import type { IndexStore } from "@archive/transform/search";

/** Keeps the files of an index as blobs, outside of this thread's memory. */
export function blobStore(): IndexStore {
  const blobs = new Map<string, Blob>();
  return {
    set: (name, json) => void blobs.set(name, new Blob([json])),
    get: (name) => blobs.get(name)?.text(),
  };
}
