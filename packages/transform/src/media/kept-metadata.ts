import { ByteReader } from "./strip/bytes.js";

/**
 * Whether the start of a film or sound shows that it says something of itself: a title, a device, perhaps a
 * place. For types of which such data is not taken off; what stands further back is not found.
 */
export function describesItself(start: Uint8Array, mediaType: string): boolean {
  const reader = new ByteReader(start);
  switch (mediaType) {
    case "audio/mpeg":
    case "audio/aac":
      return reader.ascii(0, 3) === "ID3";
    case "audio/flac":
      return reader.ascii(0, 3) === "ID3" || flacTalks(reader);
    case "audio/wav":
      return waveTalks(reader);
    case "audio/ogg":
    case "video/ogg":
      return oggTalks(reader);
    case "video/webm":
    case "video/matroska":
    case "audio/webm":
      return holds(start, MATROSKA_TAGS);
    default:
      return false;
  }
}

/** The element `Tags`. Source: RFC 9559 §5.1.8. */
const MATROSKA_TAGS = [0x12, 0x54, 0xc3, 0x67];
const VORBIS_COMMENT = [0x03, 0x76, 0x6f, 0x72, 0x62, 0x69, 0x73];
const THEORA_COMMENT = [0x81, 0x74, 0x68, 0x65, 0x6f, 0x72, 0x61];
const OPUS_TAGS = [0x4f, 0x70, 0x75, 0x73, 0x54, 0x61, 0x67, 0x73];

/** A block of comments with any in it, or one with a picture. Source: RFC 9639 §8. */
function flacTalks(reader: ByteReader): boolean {
  for (let at = 4; at + 4 <= reader.length; ) {
    const block = reader.u8(at);
    const type = block & 0x7f;
    if (type === 6 || (type === 4 && hasComments(reader, at + 4))) return true;
    if (block >= 0x80) return false;
    at += 4 + (reader.u32be(at) & 0xff_ffff);
  }
  return false;
}

/** Source: Xiph.org, "Ogg Vorbis I format specification", §5. */
function hasComments(reader: ByteReader, at: number): boolean {
  return reader.u32le(at + 4 + reader.u32le(at)) > 0;
}

function oggTalks(reader: ByteReader): boolean {
  return [VORBIS_COMMENT, THEORA_COMMENT, OPUS_TAGS].some((mark) => {
    const at = indexOf(reader.bytes, mark);
    return at !== -1 && hasComments(reader, at + mark.length);
  });
}

function waveTalks(reader: ByteReader): boolean {
  for (let at = 12; at + 8 <= reader.length; ) {
    const type = reader.ascii(at, 4);
    if (/^(?:LIST|id3 |ID3 |bext|iXML|_PMX|cart)$/.test(type)) return true;
    const length = reader.u32le(at + 4);
    at += 8 + length + (length % 2);
  }
  return false;
}

function holds(bytes: Uint8Array, mark: readonly number[]): boolean {
  return indexOf(bytes, mark) !== -1;
}

function indexOf(bytes: Uint8Array, mark: readonly number[]): number {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
