import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type ReadResult, readWith, WAYS } from "./container-helpers.js";

const BLOCK = 512;
const encoder = new TextEncoder();

/** Bytes, and zeros up to a whole block. */
function padded(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  const blocks = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK);
  blocks.set(bytes);
  return blocks;
}

/** A header as told, with a checksum that is right. */
function header(
  name: string,
  size: number | string | Uint8Array,
  type = "0",
  magic = "ustar\u000000",
): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  for (const at of [100, 108, 116]) block.write("0000644\0", at);
  if (size instanceof Uint8Array) block.set(size, 124);
  else block.write(typeof size === "string" ? size : `${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("00000000000\0", 136);
  block.write(" ".repeat(8), 148);
  block.write(type, 156);
  block.write(magic, 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

const GNU = "ustar  \0";
const file = (name: string, text: string): Uint8Array =>
  Buffer.concat([header(name, text.length), padded(text)]);
const longName = (name: string): Uint8Array =>
  Buffer.concat([header("././@LongLink", name.length + 1, "L", GNU), padded(`${name}\0`)]);

/** A pax header with one record. */
function pax(key: string, value: string): Uint8Array {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length;
  while (`${length}`.length + rest.length !== length) length = `${length}`.length + rest.length;
  return Buffer.concat([header("pax", length, "x"), padded(`${length}${rest}`)]);
}

const LAST = file("last.txt", "last");
const tar = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat([...parts, new Uint8Array(2 * BLOCK)]));

/** What a tar gives, in Node and with what browsers have. */
async function read(bytes: Uint8Array<ArrayBuffer>): Promise<ReadResult> {
  const results: ReadResult[] = [];
  for (const open of WAYS.values()) results.push(await readWith((run) => open(bytes, run)));
  const [first, ...others] = results;
  if (first === undefined) throw new Error("there is a way");
  for (const other of others) expect(other).toEqual(first);
  return first;
}

describe("a tar that lies about sizes", () => {
  it.each(["0x5", "5e0", " 5", "+5", "-5", "abc", "5.5", "99999999999999999999"])(
    "is read no further than a pax size of %j, which programs take for different numbers",
    async (size) => {
      const result = await read(
        tar(LAST, pax("size", size), header("a.txt", 5), padded("hello"), file("z", "z")),
      );
      expect(result.paths).toEqual(["last.txt"]);
      expect(result.codes).toEqual(["tar/truncated"]);
    },
  );

  it("takes the pax size, where it is a number, and never what stands in the data for a header", async () => {
    const result = await read(tar(pax("size", "1024"), header("a.txt", 0), file("inner.txt", "inner"), LAST));
    expect([...result.sizes]).toEqual([
      ["a.txt", 1024],
      ["last.txt", 4],
    ]);
    expect(result.codes).toEqual([]);
  });

  it.each([
    ["negative, in base 256", new Uint8Array(12).fill(0xff)],
    ["larger than any file, in base 256", new Uint8Array(12).fill(0xff).fill(0x80, 0, 1)],
    ["no octal number", "0000000009x\0"],
    ["negative, in octal", "-0000000005\0"],
  ])("is read no further than a size that is %s", async (_, size) => {
    const result = await read(tar(LAST, header("a.txt", size), padded("hello"), file("z.txt", "z")));
    expect(result.paths).toEqual(["last.txt"]);
    expect(result.codes).toEqual(["tar/truncated"]);
  });

  it.each([
    ["too large", 99_999],
    ["too small", 5],
  ])("is told of where the size is %s", async (_, size) => {
    const result = await read(tar(LAST, header("a.txt", size), padded("x".repeat(700)), file("z.txt", "z")));
    expect(result.codes).toEqual(["tar/truncated"]);
  });

  it("is told of where a link or a folder has data", async () => {
    for (const type of ["1", "5"]) {
      const result = await read(tar(LAST, header("a", 5, type), padded("hello"), file("z.txt", "z")));
      expect(result.paths).toEqual(["last.txt"]);
      expect(result.codes).toContain("tar/truncated");
    }
  });
});

describe("a tar with names in headers of their own", () => {
  it("means the last long name, a pax name before that, and none by an empty one", async () => {
    const a = file("a.txt", "hello");
    expect((await read(tar(longName("one"), longName("two"), a))).paths).toEqual(["two"]);
    expect((await read(tar(longName("one"), pax("path", "two"), a))).paths).toEqual(["two"]);
    expect((await read(tar(pax("path", "one"), pax("mtime", "1"), a))).paths).toEqual(["one"]);
    expect((await read(tar(pax("path", ""), a))).paths).toEqual(["a.txt"]);
    expect((await read(tar(longName("one"), a, LAST))).paths).toEqual(["one", "last.txt"]);
  });

  it("leaves out names that end at a NUL for some programs, and files with holes", async () => {
    expect((await read(tar(pax("path", "a.txt\0.png"), file("x", "x"), LAST))).codes).toEqual([
      "entry/control-name",
    ]);
    for (const sparse of [
      [header("a.txt", 5, "S", GNU), padded("hello")],
      [pax("GNU.sparse.major", "1"), file("a.txt", "hello")],
    ]) {
      const result = await read(tar(...sparse, LAST));
      expect(result.paths).toEqual(["last.txt"]);
      expect(result.codes).toEqual(["entry/unsupported"]);
    }
  });
});

describe("a tar with a malformed header of names or attributes", () => {
  const attributes = (data: string): Uint8Array =>
    Buffer.concat([header("pax", data.length, "x"), padded(data)]);

  it.each([
    ["no length", "path=two\n"],
    ["a length beyond the header", "99 path=two\n"],
    ["a length that ends too early", "6 path=two\n"],
    ["a length in another notation", "0xd path=two\n"],
    ["no blank", "12path=two\n\n"],
    ["no equals sign", "12 path:two\n"],
    ["no line end", "12 path=twoX"],
    ["something behind its records", "12 path=two\nX"],
  ])("says of the entry that its name or size may be another: %s", async (_, data) => {
    const result = await read(tar(attributes(data), file("one.txt", "one"), LAST));
    expect(result.paths.at(-1)).toBe("last.txt");
    expect(result.codes).toEqual(["entry/damaged"]);
    expect(result.diagnostics).toHaveLength(1);
  });

  it("says so of a folder and of a long name that goes on behind its size, and of nothing else", async () => {
    const folder = await read(tar(attributes("12 path:two\n"), header("folder", 0, "5"), LAST));
    expect(folder.codes).toEqual(["entry/damaged"]);
    const lying = Buffer.concat([header("././@LongLink", 3, "L", GNU), padded("one.txt")]);
    const result = await read(tar(lying, file("a.txt", "a"), LAST));
    expect(result.diagnostics.map(({ code, file: at }) => `${code} ${at}`)).toEqual(["entry/damaged one"]);
  });

  it("takes zeros behind the records, and a long name without its own, for sound", async () => {
    const zeros = await read(tar(attributes("12 path=two\n\0\0"), file("one.txt", "one"), LAST));
    const unended = Buffer.concat([header("././@LongLink", 7, "L", GNU), padded("one.txt")]);
    const whole = await read(tar(unended, file("a.txt", "a"), LAST));
    expect([zeros.paths, zeros.codes]).toEqual([["two", "last.txt"], []]);
    expect([whole.paths, whole.codes]).toEqual([["one.txt", "last.txt"], []]);
  });
});

describe("a tar.gz of several members", () => {
  const whole = tar(file("a.txt", "hello"), LAST);
  const members = [gzipSync(whole.subarray(0, 700)), gzipSync(whole.subarray(700))] as const;

  it("is read as one, also when an empty one is first, or zeros follow the last", async () => {
    for (const packed of [[...members], [gzipSync(""), gzipSync(whole)], [...members, new Uint8Array(100)]]) {
      const result = await read(new Uint8Array(Buffer.concat(packed)));
      expect(result.paths).toEqual(["a.txt", "last.txt"]);
      expect(result.codes).toEqual([]);
    }
  });

  it("tells of a member that is damaged, and of something between two", async () => {
    const [first, second] = members;
    const damaged = Buffer.from(second);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 6) ^ 1, damaged.length - 6);
    expect((await read(new Uint8Array(Buffer.concat([first, damaged])))).codes).toEqual(["entry/damaged"]);
    const apart = Buffer.concat([first, encoder.encode("XX"), second]);
    expect((await read(new Uint8Array(apart))).codes).toEqual(["archive/bytes-behind-end", "tar/truncated"]);
  });
});
