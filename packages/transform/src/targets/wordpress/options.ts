/**
 * Largest upload that most hosts of WordPress take without asking, in bytes.
 *
 * @example
 * ```ts
 * import { USUAL_UPLOAD } from "@archive/transform/wordpress";
 * USUAL_UPLOAD; // 32000000
 * ```
 */
export const USUAL_UPLOAD = 32_000_000;

/** What a person may say about their WordPress files. */
export interface WordPressOptions {
  /**
   * Where the files of the output will lie on the web while WordPress imports: it fetches pictures from
   * `media/` below. Unless told, the WXR has no media; the zips have theirs in any case.
   */
  readonly baseUrl?: string | undefined;
  /** Largest file that may be uploaded, in bytes; files are split before they get larger. */
  readonly maxUpload?: number | undefined;
  /** Whether media go along; `true` unless told. */
  readonly media?: boolean | undefined;
}

/**
 * JSON Schema of {@link WordPressOptions}.
 *
 * @example
 * ```ts
 * import { WORDPRESS_OPTIONS_SCHEMA } from "@archive/transform/wordpress";
 * WORDPRESS_OPTIONS_SCHEMA.type; // "object"
 * ```
 */
export const WORDPRESS_OPTIONS_SCHEMA: { readonly [keyword: string]: unknown } = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  properties: {
    baseUrl: {
      type: "string",
      format: "uri",
      description: "Where the output lies on the web while WordPress imports it.",
    },
    maxUpload: {
      type: "integer",
      minimum: 100_000,
      default: USUAL_UPLOAD,
      description: "Largest file that may be uploaded, in bytes.",
    },
    media: { type: "boolean", default: true, description: "Whether media go along." },
  },
};
