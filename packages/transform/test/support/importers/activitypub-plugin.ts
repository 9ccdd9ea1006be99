/**
 * What WordPress's ActivityPub plugin makes of a zip, as its importer's code has it:
 * `includes/wp-admin/import/class-mastodon.php` in `Automattic/wordpress-activitypub`, `import_posts()` at 05ae4b9c
 * and what is known of later versions; `is_activity_public()` of `includes/functions.php` 689 ff.
 */
export interface PluginPost {
  readonly date: string;
  readonly excerpt: string;
  readonly content: string;
  readonly tags: readonly string[];
  readonly sourceId: string;
  readonly attachments: readonly {
    readonly path: string;
    readonly title: string;
    readonly mediaType: string;
  }[];
}

type Json = Readonly<Record<string, unknown>>;
const PUBLIC: readonly unknown[] = ["https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"];

/**
 * Imports the files of a zip.
 *
 * @throws Error where PHP would stop, or warn and lose something.
 */
export function pluginImport(files: ReadonlyMap<string, Uint8Array>): readonly PluginPost[] {
  const bytes = files.get("outbox.json");
  // `import()`: looks right in the folder the zip was unpacked to
  if (bytes === undefined) throw new Error("The archive does not contain an Outbox file");
  const { orderedItems }: { orderedItems: readonly Json[] } = JSON.parse(new TextDecoder().decode(bytes));
  return orderedItems.flatMap((post) => {
    if (post.type === "Announce" || !isPublic(post)) return [];
    const object = post.object as Json;
    // `array_map` over it, unconditionally
    if (!Array.isArray(object.tag)) throw new TypeError("array_map(): $array must be an array");
    for (const key of ["content", "id"]) {
      if (typeof object[key] !== "string") throw new TypeError(`object.${key} is read unchecked`);
    }
    if (typeof post.published !== "string") throw new TypeError("published is read unchecked");
    return [
      {
        date: post.published,
        excerpt: typeof object.summary === "string" ? object.summary : "",
        content: String(object.content),
        tags: object.tag.map(({ type, name }: Json) =>
          type === "Hashtag" ? String(name).replace(/^#+/, "") : "",
        ),
        sourceId: String(object.id),
        attachments: ((object.attachment ?? []) as readonly Json[]).map((each) => attachmentOf(each, files)),
      },
    ];
  });
}

/** Public in any of them; in one version also what is addressed to nobody. */
function isPublic(post: Json): boolean {
  const recipients = [post, post.object as Json].flatMap(({ to, cc }) => [to, cc].flat());
  const known = recipients.filter((each) => each !== undefined && each !== null);
  return known.length === 0 || known.some((each) => PUBLIC.includes(each));
}

function attachmentOf({ url, mediaType, name }: Json, files: ReadonlyMap<string, Uint8Array>) {
  if (typeof url !== "string" || typeof mediaType !== "string") throw new TypeError("passed over");
  // The folder and the address, put together as they are: without a slash there is no such file.
  const path = `/folder${url}`;
  if (!path.startsWith("/folder/") || !files.has(url.slice(1))) throw new Error(`no file at ${path}`);
  return { path: url, title: typeof name === "string" ? name : "", mediaType };
}
