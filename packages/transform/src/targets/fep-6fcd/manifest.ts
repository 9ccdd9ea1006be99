import { stringify } from "yaml";

/** What the manifest says of the container beside its contents. */
export interface ManifestMeta {
  /** `YYYY-MM-DD`; `null` where the archive has no date. */
  readonly created: string | null;
  /** Id of the account. */
  readonly controller: string;
}

/** Specifications that FEP-6fcd names for the kinds of files. */
const SPECS = {
  manifest: "https://w3id.org/fep/6fcd#manifest-file",
  actor: "https://www.w3.org/TR/activitypub/#actor-objects",
  collection: "https://www.w3.org/TR/activitystreams-core/#collections",
  csv: "https://docs.joinmastodon.org/user/moving/#export",
  media: "https://www.w3.org/TR/activitystreams-vocabulary/#dfn-attachment",
} as const;

function specOf(path: string): string {
  if (/^manifest\./.test(path)) return SPECS.manifest;
  if (path.startsWith("media/")) return SPECS.media;
  if (path.endsWith("/actor.json")) return SPECS.actor;
  return path.endsWith(".csv") ? SPECS.csv : SPECS.collection;
}

interface Folder {
  contents: Record<string, Folder | { readonly url: string }>;
}

/** The manifest as YAML: what the container holds, folder by folder. */
export function manifestText(paths: readonly string[], { created, controller }: ManifestMeta): string {
  const root: Folder = { contents: {} };
  for (const path of paths) {
    const parts = path.split("/");
    const name = parts.pop() ?? path;
    let at = root;
    for (const part of parts) {
      const found = at.contents[part];
      const folder = found !== undefined && "contents" in found ? found : { contents: {} };
      at.contents[part] = folder;
      at = folder;
    }
    at.contents[name] = { url: specOf(path) };
  }
  const manifest = {
    "ubc-version": 0.1,
    meta: {
      ...(created === null ? {} : { created }),
      createdBy: { controller, client: { name: "ap-archive" } },
    },
    contents: root.contents,
  };
  return stringify(manifest, { lineWidth: 0 });
}
