import { typesOf } from "../values/properties.js";
import { pointerTo } from "./node.js";
import { NOTHING, type PropertyRule } from "./property-rule.js";
import type { RuleFinding } from "./rule.js";

// Parameters are left alone: PeerTube's magnet links have one without a value.
const MEDIA_TYPE = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+\/[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:\s*;.*)?$/;
const USUAL = /^(?:image|video|audio)\/[a-z0-9.+-]+$/;
const KINDS: ReadonlyMap<string, string> = new Map([
  ["Image", "image"],
  ["Video", "video"],
  ["Audio", "audio"],
]);
const BASE_83_TEXT = /^[0-9A-Za-z#$%*+,\-.:;=?@[\]^_{|}~]+$/;
const BASE_83 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

/** What a document says of its media. What the files themselves are is asked of the archive. */
export const mediaRules: readonly PropertyRule[] = [
  {
    codes: ["media/invalid-type", "media/kind-differs"],
    properties: ["mediaType"],
    check(value, property, node): Iterable<RuleFinding> {
      if (typeof value !== "string") return NOTHING;
      const pointer = (): string => pointerTo(node, property);
      if (!USUAL.test(value)) {
        if (MEDIA_TYPE.test(value)) return NOTHING;
        return [{ code: "media/invalid-type", pointer: pointer(), expected: "a media type", actual: value }];
      }
      const major = value.slice(0, 5);
      // Only what is a film, a sound or a picture by both words contradicts itself: PeerTube's Video is HTML.
      const kinds = typesOf(node.value)
        .map((type) => KINDS.get(type))
        .filter((kind) => kind !== undefined);
      if (kinds.length === 0 || kinds.includes(major)) return NOTHING;
      return [
        {
          code: "media/kind-differs",
          pointer: pointer(),
          expected: `${kinds.join(" or ")}/…`,
          actual: value,
        },
      ];
    },
  },
  {
    codes: ["media/invalid-blurhash"],
    properties: ["blurhash"],
    check(value, property, node): Iterable<RuleFinding> {
      if (typeof value !== "string" || value === "" || isBlurhash(value)) return NOTHING;
      return [{ code: "media/invalid-blurhash", pointer: pointerTo(node, property), actual: value }];
    },
  },
];

/** The first character holds the numbers of components; each component but the first takes two characters. */
export function isBlurhash(text: string): boolean {
  const size = BASE_83.indexOf(text.charAt(0));
  if (size < 0 || text.length !== 4 + 2 * ((size % 9) + 1) * (Math.floor(size / 9) + 1)) return false;
  return BASE_83_TEXT.test(text);
}
