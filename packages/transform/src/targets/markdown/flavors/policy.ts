/** What a page of a project may load: its own style, pictures, films and sounds; no script at all. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'";
