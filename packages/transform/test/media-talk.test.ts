import { describe, expect, it } from "vitest";
import { mediaTalk } from "../src/media/media-talk.js";

async function talkOf(bytes: Uint8Array, chunk = 7) {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  return mediaTalk(chunks());
}

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const u32 = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const box = (type: string, ...content: number[][]): number[] => {
  const inside = content.flat();
  return [...u32(inside.length + 8), ...ascii(type), ...inside];
};

function jpeg(...segments: number[][]): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segments.flat(),
    ...[0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55, 0xff, 0xd9],
  ]);
}
const app1 = (content: number[]): number[] => [0xff, 0xe1, 0, content.length + 2, ...content];
const exif = (tag: number, inside: number): number[] =>
  app1([
    ...ascii("Exif\0\0MM\0*"),
    ...u32(8),
    ...[0, 1, tag >> 8, tag & 255, 0, 4, ...u32(1), ...u32(26), ...u32(0)],
    ...[0, 1, 0, inside, 0, 5, ...u32(3), ...u32(0), ...u32(0)],
  ]);

const movie = (...inMoov: number[][]): Uint8Array =>
  Uint8Array.from([
    ...box("ftyp", ascii("isom"), u32(0), ascii("isom")),
    ...box("moov", box("mvhd", u32(0)), ...inMoov),
    ...box("mdat", ascii("\u00a9xyz is no place here")),
  ]);

describe("what media say besides what they show", () => {
  it.each([
    ["a picture alone", jpeg(), { metadata: false, place: false }],
    ["a camera", jpeg(exif(0x010f, 2)), { metadata: true, place: false }],
    ["a place", jpeg(exif(0x8825, 2)), { metadata: true, place: true }],
    ["places without a latitude", jpeg(exif(0x8825, 1)), { metadata: true, place: false }],
    ["a place in XMP", jpeg(app1(ascii("x <exif:GPSLatitude>"))), { metadata: true, place: true }],
    ["a film alone", movie(), { metadata: false, place: false }],
    ["a film's title", movie(box("udta", box("name", ascii("mine")))), { metadata: true, place: false }],
    [
      "a film's place",
      movie(box("udta", box("\u00a9xyz", ascii("+52+13/")))),
      { metadata: true, place: true },
    ],
    ["a text", Uint8Array.from(ascii("GPSLatitude")), { metadata: false, place: false }],
    ["nothing", new Uint8Array(), { metadata: false, place: false }],
  ])("%s", async (_, bytes, talk) => {
    expect(await talkOf(bytes)).toEqual(talk);
    expect(await talkOf(bytes, 5000)).toEqual(talk);
  });
});
