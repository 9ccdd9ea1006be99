import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describesItself } from "../src/media/kept-metadata.js";
import { sniffMedia } from "../src/media/sniff.js";
import { movieStream } from "../src/media/strip/movie-stream.js";
import { stripImage } from "../src/media/strip/strip.js";

const SECRET = "+52.5200+013.4050/Zwielichtweg";
const latin1 = (text: string) => Buffer.from(text, "latin1");
const u16 = (n: number) => [n >> 8, n & 255];
const u32 = (n: number) => [...u16(n >>> 16), ...u16(n & 0xffff)];
const join = (...parts: (Uint8Array | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Uint8Array.from(part)));
const box = (type: string, ...content: (Uint8Array | readonly number[])[]) => {
  const body = join(...content);
  return join(u32(body.length + 8), latin1(type), body);
};
const large = (type: string, content: Uint8Array) =>
  join(u32(1), latin1(type), u32(0), u32(content.length + 16), content);

const handler = (type: string) => box("hdlr", u32(0), u32(0), latin1(type), u32(0), u32(0), u32(0), [0]);
const track = (type: string, ...more: Uint8Array[]) =>
  box("trak", box("tkhd", new Uint8Array(84)), box("mdia", handler(type), box("minf", ...more)));
const place = () => box("udta", box("\xa9xyz", u16(SECRET.length), [0x15, 0xc7], latin1(SECRET)));
const keys = () =>
  box(
    "meta",
    handler("mdta"),
    box("keys", latin1("com.apple.quicktime.location.ISO6709")),
    box("ilst", latin1(SECRET)),
  );
const moov = (...more: Uint8Array[]) =>
  box(
    "moov",
    box("mvhd", new Uint8Array(100)),
    track("vide", box("stbl", box("stco", u32(0), u32(1), u32(48)))),
    place(),
    keys(),
    ...more,
  );
const movie = (...more: Uint8Array[]) =>
  join(
    box("ftyp", latin1("isom"), u32(512), latin1("isommp41")),
    box("free", latin1(SECRET)),
    large("mdat", latin1("the picture ".repeat(2000))),
    moov(...more),
    box("uuid", latin1("0123456789abcdef"), latin1(SECRET)),
    box("loci", latin1(SECRET)),
  );

async function strip(
  bytes: Uint8Array,
  step = 777,
): Promise<{ readonly bytes: Buffer; readonly kept: number; readonly isSilent: boolean }> {
  async function* chunks() {
    // One buffer for all chunks: a source may use its own again.
    const buffer = new Uint8Array(step);
    for (let at = 0; at < bytes.length; at += step) {
      const piece = bytes.subarray(at, at + step);
      buffer.set(piece);
      yield buffer.subarray(0, piece.length);
    }
  }
  let kept = 0;
  const parts: Uint8Array[] = [];
  let isSilent = false;
  const onKept = (): void => {
    kept += 1;
  };
  const onSilent = (): void => {
    isSilent = true;
  };
  for await (const chunk of movieStream(chunks(), onKept, onSilent)) parts.push(chunk.slice());
  return { bytes: Buffer.concat(parts), kept, isSilent };
}

describe("a film", () => {
  it("is silent when it has a picture and no sound", async () => {
    const sound = (...more: Uint8Array[]) =>
      join(box("ftyp", latin1("isom"), u32(512)), box("moov", ...more));
    expect((await strip(movie())).isSilent).toBe(true);
    expect((await strip(movie(track("soun")))).isSilent).toBe(false);
    expect((await strip(sound(track("soun")))).isSilent).toBe(false);
    expect((await strip(sound())).isSilent).toBe(false);
    // In pieces, each of which may bring further tracks.
    expect((await strip(join(movie(), box("moof", handler("soun"))))).isSilent).toBe(false);
  });

  it("loses its places, titles and previews, and not a byte of it moves", async () => {
    const before = movie();
    for (const step of [1, 7, 777, 100_000]) {
      const { bytes, kept } = await strip(before, step);
      expect(bytes.length).toBe(before.length);
      expect(bytes.toString("latin1")).not.toMatch(/Zwielicht|quicktime\.location|xyz/);
      for (const needed of ["ftyp", "mdat", "stco", "the picture"])
        expect(bytes.indexOf(needed)).toBe(before.indexOf(needed));
      expect(kept).toBe(0);
    }
    expect((await sniffMedia((await strip(before)).bytes))?.mediaType).toBe("video/mp4");
  });

  it("stays as it is when stripped again", async () => {
    const { bytes } = await strip(movie());
    expect((await strip(bytes)).bytes.equals(bytes)).toBe(true);
  });

  it("with a track of places beside the picture is reported, once", async () => {
    const { kept } = await strip(
      movie(track("meta", box("stbl", box("stsd", u32(0), u32(1), box("gpmd", new Uint8Array(8)))))),
    );
    expect(kept).toBe(1);
    const other = await strip(
      movie(track("camm", box("stbl", box("stsd", u32(0), u32(1), box("camm", new Uint8Array(8)))))),
    );
    expect(other.kept).toBe(1);
  });

  it("without an end to its picture goes by whole", async () => {
    const before = join(
      box("ftyp", latin1("isom"), u32(0)),
      moov(),
      u32(0),
      latin1("mdat"),
      new Uint8Array(9999).fill(7),
    );
    const { bytes } = await strip(before);
    expect(bytes.length).toBe(before.length);
    expect(bytes.toString("latin1")).not.toContain("Zwielicht");
  });

  it("cut or damaged never throws; cut it never tells a place", async () => {
    const bytes = movie();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.nat(bytes.length - 1),
        fc.nat(255),
        async (length, at, byte) => {
          expect((await strip(bytes.subarray(0, length))).bytes.toString("latin1")).not.toContain(
            "Zwielichtweg",
          );
          const damaged = Buffer.from(bytes);
          damaged[at] = byte;
          expect((await strip(damaged)).bytes.length).toBeLessThanOrEqual(bytes.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of garbage gives no more than there was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await strip(bytes, 13)).bytes.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  it("of boxes within boxes without end does not exhaust the stack", async () => {
    let nested = latin1(SECRET);
    for (let depth = 0; depth < 5000; depth += 1) nested = box("trak", nested);
    const { bytes } = await strip(join(box("ftyp", latin1("isom")), box("moov", nested)));
    expect(bytes.includes("Zwielicht")).toBe(false);
  });
});

/** An AVIF with a picture, EXIF and XMP as items; `method` 1 keeps EXIF in the meta box itself. */
function avif({ method = 0, version = 0 }: { method?: 0 | 1; version?: 0 | 1 } = {}): Buffer {
  const infe = (id: number, type: string, more = "") =>
    box("infe", [2, 0, 0, 0], u16(id), u16(0), latin1(`${type}\0${more}`));
  const pixels = latin1("pixels of the picture");
  const exif = latin1(`\0\0\0\0MM\0*${SECRET}`);
  const xmp = latin1(`<x:xmpmeta>${SECRET}`);
  const ftyp = box("ftyp", latin1("avif"), u32(0), latin1("avifmif1"));
  const make = (data: number): Buffer => {
    const item = (id: number, how: number, offset: number, length: number) =>
      join(u16(id), version === 0 ? [] : u16(how), u16(0), u32(0), u16(1), u32(offset), u32(length));
    const exifAt = method === 1 ? 0 : data + pixels.length;
    const xmpAt = data + pixels.length + (method === 1 ? 0 : exif.length);
    return box(
      "meta",
      u32(0),
      handler("pict"),
      box("pitm", u32(0), u16(1)),
      box(
        "iloc",
        [version, 0, 0, 0, 0x44, 0x40],
        u16(3),
        item(1, 0, data, pixels.length),
        item(2, method, exifAt, exif.length),
        item(3, 0, xmpAt, xmp.length),
      ),
      box("iinf", u32(0), u16(3), infe(1, "av01"), infe(2, "Exif"), infe(3, "mime", "application/rdf+xml\0")),
      box(
        "iprp",
        box(
          "ipco",
          box("ispe", u32(0), u32(40), u32(30)),
          box("ispe", u32(0), u32(80), u32(60)),
          box("irot", [1]),
        ),
      ),
      ...(method === 1 ? [box("idat", exif)] : []),
    );
  };
  const data = ftyp.length + make(0).length + 8;
  return join(
    ftyp,
    make(data),
    box("mdat", pixels, ...(method === 0 ? [exif] : []), xmp),
    box("uuid", latin1(SECRET)),
  );
}

describe("an AVIF", () => {
  it.each([{}, { version: 1 }, { version: 1, method: 1 }] as const)(
    "loses EXIF and XMP where they lie: %j",
    (how) => {
      const before = avif(how);
      expect(before.toString("latin1")).toContain("Zwielicht");
      const image = stripImage(before, "image/avif");
      const after = Buffer.from(image?.bytes ?? before);
      expect(after.length).toBe(before.length);
      expect(after.toString("latin1")).not.toMatch(/Zwielicht|xmpmeta|Exif|mime/);
      expect(after.indexOf("pixels of the picture")).toBe(before.indexOf("pixels of the picture"));
      // Turned by a quarter.
      expect(image).toMatchObject({ width: 60, height: 80 });
      expect(stripImage(after, "image/avif")?.bytes).toEqual(new Uint8Array(after));
    },
  );

  it("whose EXIF can't be found is not passed on", () => {
    const before = avif();
    const lost = Buffer.from(before);
    lost.write("ilox", before.indexOf("iloc"), "latin1");
    expect(stripImage(lost, "image/avif")).toBeNull();
    const outside = Buffer.from(before);
    outside.writeUInt32BE(0x7fff_ffff, before.indexOf("iloc") + 4 + 4 + 4 + 14 + 10);
    expect(stripImage(outside, "image/avif")).toBeNull();
  });

  it("cut, damaged or garbage never throws", () => {
    const bytes = avif();
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255), (length, at, byte) => {
        stripImage(bytes.subarray(0, length), "image/avif");
        const damaged = Buffer.from(bytes);
        damaged[at] = byte;
        stripImage(damaged, "image/avif");
      }),
      { numRuns: 500 },
    );
  });
});

describe("what a sound or film says of itself and keeps", () => {
  const comment = (count: number) => join([4, 0, 0, 0], latin1("Lavf"), [count, 0, 0, 0]);
  it.each([
    ["audio/mpeg", latin1("ID3\x04"), true],
    ["audio/mpeg", [0xff, 0xfb], false],
    ["audio/flac", join(latin1("fLaC"), [0x84, 0, 0, 12], comment(1)), true],
    ["audio/flac", join(latin1("fLaC"), [0x84, 0, 0, 12], comment(0)), false],
    ["audio/ogg", join(latin1("OggS"), latin1("OpusTags"), comment(2)), true],
    ["audio/ogg", join(latin1("OggS"), latin1("\x03vorbis"), comment(0)), false],
    [
      "audio/wav",
      join(latin1("RIFF"), u32(9), latin1("WAVEfmt "), [2, 0, 0, 0, 0, 0], latin1("LIST"), u32(4)),
      true,
    ],
    [
      "audio/wav",
      join(latin1("RIFF"), u32(9), latin1("WAVEfmt "), [2, 0, 0, 0, 0, 0], latin1("data"), u32(4)),
      false,
    ],
    ["video/webm", [0x1a, 0x45, 0xdf, 0xa3, 0x12, 0x54, 0xc3, 0x67], true],
    ["video/webm", [0x1a, 0x45, 0xdf, 0xa3], false],
    ["video/mp4", latin1("ID3"), false],
  ] as const)("%s %#", (type, bytes, expected) => {
    expect(describesItself(Uint8Array.from(bytes), type)).toBe(expected);
  });

  it("is looked for in anything without a fault", () => {
    const types = ["audio/mpeg", "audio/flac", "audio/ogg", "audio/wav", "video/webm"];
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.uint8Array(),
        (type, bytes) => void describesItself(bytes, type),
      ),
    );
  });
});
