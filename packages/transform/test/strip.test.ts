import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orientationOf, orientationTiff } from "../src/media/strip/orientation.js";
import { stripImage } from "../src/media/strip/strip.js";

const SECRET = "52.5200N 13.4050E, Zwielichtweg 7";
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const join = (...parts: (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const textIn = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const u16 = (n: number) => [n >> 8, n & 255];
const u32 = (n: number) => [...u16(n >>> 16), ...u16(n & 0xffff)];
const le32 = (n: number) => u32(n).toReversed();

/** A TIFF block with an orientation and a secret behind it. */
const tiff = (orientation: number) => join(orientationTiff(orientation), latin1(SECRET));

const segment = (marker: number, data: Uint8Array) => join([0xff, marker], u16(data.length + 2), data);
const scan = [0x01, 0xff, 0x00, 0x02, 0xff, 0xd0, 0x03];
const jpeg = (orientation = 1) =>
  join(
    [0xff, 0xd8],
    segment(0xe0, latin1("JFIF\0rest")),
    segment(0xe1, join(latin1("Exif\0\0"), tiff(orientation))),
    segment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
    segment(0xe2, latin1("ICC_PROFILE\0profile")),
    segment(0xed, latin1(`Photoshop 3.0\0${SECRET}`)),
    segment(0xfe, latin1(SECRET)),
    segment(0xdb, latin1("tables")),
    segment(0xc0, Uint8Array.from([8, ...u16(30), ...u16(40), 3])),
    segment(0xda, latin1("scan")),
    scan,
    segment(0xda, latin1("second")),
    scan,
    [0xff, 0xd9],
    latin1(`motion photo: ${SECRET}`),
  );

const chunk = (type: string, data: Uint8Array | readonly number[]) =>
  join(u32(data.length), latin1(type), data, u32(1));
const png = () =>
  join(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk("IHDR", [...u32(40), ...u32(30), 8, 6, 0, 0, 0]),
    chunk("tEXt", latin1(`Comment\0${SECRET}`)),
    chunk("eXIf", tiff(6)),
    chunk("gAMA", u32(45455)),
    chunk("IDAT", latin1("pixels")),
    chunk("prVt", latin1(SECRET)),
    chunk("IEND", []),
    latin1(SECRET),
  );

const riff = (type: string, data: Uint8Array | readonly number[]) =>
  join(latin1(type), le32(data.length), data, data.length % 2 === 1 ? [0] : []);
const webp = (orientation = 1) => {
  const body = join(
    riff("VP8X", [0x2c, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
    riff("ICCP", latin1("profile")),
    riff("VP8 ", latin1("pixels and more")),
    riff("EXIF", tiff(orientation)),
    riff("XMP ", latin1(SECRET)),
  );
  return join(latin1("RIFF"), le32(body.length + 4), latin1("WEBP"), body, latin1(SECRET));
};

const gif = () =>
  join(
    latin1("GIF89a"),
    [40, 0, 30, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6],
    [0x21, 0xff, 11],
    latin1("NETSCAPE2.0"),
    [3, 1, 0, 0, 0],
    [0x21, 0xff, 11],
    latin1("XMP DataXMP"),
    [SECRET.length],
    latin1(SECRET),
    [0],
    [0x21, 0xfe, SECRET.length],
    latin1(SECRET),
    [0],
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, 40, 0, 30, 0, 0, 2, 3, 9, 9, 9, 0],
    [0x3b],
    latin1(SECRET),
  );

const IMAGES = [
  ["image/jpeg", jpeg()],
  ["image/png", png()],
  ["image/webp", webp()],
  ["image/gif", gif()],
] as const;

describe.each(IMAGES)("a %s", (type, bytes) => {
  it("says nothing but its picture afterwards", () => {
    expect(textIn(bytes)).toContain("Zwielicht");
    const image = stripImage(bytes, type);
    expect(textIn(image?.bytes ?? bytes)).not.toMatch(/Zwielicht|52\.52|adobe\.com|XMP/);
    expect(image).toMatchObject({ width: 40, height: 30 });
  });

  it("stays as it is when stripped again", () => {
    const once = stripImage(bytes, type)?.bytes ?? new Uint8Array();
    expect(stripImage(once, type)?.bytes).toEqual(once);
  });

  it("never throws and never lets metadata through when cut or damaged", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255), (length, at, byte) => {
        const cut = bytes.slice(0, length);
        expect(textIn(stripImage(cut, type)?.bytes ?? new Uint8Array())).not.toContain("Zwielichtweg");
        const damaged = bytes.slice();
        damaged[at] = byte;
        stripImage(damaged, type);
      }),
    );
  });
});

describe("what the picture needs", () => {
  it("stays: colour profile, every scan, tables, loops", () => {
    expect(textIn(stripImage(jpeg(), "image/jpeg")?.bytes ?? new Uint8Array())).toMatch(
      /JFIF.*ICC_PROFILE.*tables.*scan.*second/s,
    );
    expect(textIn(stripImage(png(), "image/png")?.bytes ?? new Uint8Array())).toMatch(
      /IHDR.*gAMA.*pixels.*IEND/s,
    );
    expect(textIn(stripImage(gif(), "image/gif")?.bytes ?? new Uint8Array())).toContain("NETSCAPE2.0");
    expect(textIn(stripImage(webp(), "image/webp")?.bytes ?? new Uint8Array())).toMatch(
      /ICCP.*pixels and more/s,
    );
  });

  it("stays: how the camera was held, and the size follows it", () => {
    for (const [type, bytes] of [
      ["image/jpeg", jpeg(6)],
      ["image/webp", webp(6)],
    ] as const) {
      const image = stripImage(bytes, type);
      expect(image).toMatchObject({ width: 30, height: 40 });
      const exif = textIn(image?.bytes ?? new Uint8Array()).indexOf("MM\0*");
      expect(orientationOf((image?.bytes ?? new Uint8Array()).subarray(exif))).toBe(6);
      expect(textIn(image?.bytes ?? new Uint8Array())).not.toContain("Zwielicht");
    }
  });

  it("of a real picture is all there: the same pixels come out", async () => {
    const path = new URL("../../fixtures/sample/media/", import.meta.url);
    const { readdirSync } = await import("node:fs");
    const pictures = readdirSync(path).filter((name) => name.endsWith(".webp"));
    expect(pictures.length).toBeGreaterThan(5);
    for (const name of pictures) {
      const bytes = new Uint8Array(readFileSync(new URL(name, path)));
      expect(textIn(stripImage(bytes, "image/webp")?.bytes ?? new Uint8Array())).toContain("VP8");
    }
  });
});

it("what is of another type than it says is not passed on", () => {
  expect(stripImage(png(), "image/jpeg")).toBeNull();
  expect(stripImage(jpeg(), "image/png")).toBeNull();
  expect(stripImage(latin1("<svg/>"), "image/gif")).toBeNull();
});
