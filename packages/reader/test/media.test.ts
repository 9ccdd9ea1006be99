import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MediaIndex } from "../src/dialects/media-index.js";

const FILE = "109/373/202/511/234/567/original/0a1b2c3d4e5f6071.png";
const index = (paths: readonly string[], root = ""): MediaIndex =>
  new MediaIndex(() => paths.map((path) => ({ path, size: 1 })), root);
const resolve = (url: string, paths: readonly string[], root = ""): string | null =>
  index(paths, root).resolve(url)?.path ?? null;

describe("an attachment's address and the entry it means", () => {
  const plain = `media_attachments/files/${FILE}`;
  it.each([
    ["local disk", plain, plain],
    ["local disk, tar", plain, `home/mastodon/live/public/system/${plain}`],
    ["PAPERCLIP_ROOT_URL", `/media/${plain}`, plain],
    ["PAPERCLIP_ROOT_URL, path of the server", `/media/${plain}`, `srv/media/${plain}`],
    ["object storage", `/${plain}`, plain],
    ["object storage with the bucket in its path", `/bucket/${plain}`, plain],
    ["object storage with a key prefix", `/prefix/${plain}`, `prefix/${plain}`],
    ["Swift", `/v1/AUTH_x/container/${plain}`, plain],
    ["percent-encoded", `/${plain.replaceAll("_", "%5F")}`, plain],
    ["the server's own address", `https://files.example/${plain}?v=1#x`, plain],
    ["the server's own address without its scheme", `//files.example/system/${plain}`, plain],
    ["without the usual folder", `/somewhere/${FILE}`, plain],
    ["by its name alone", "/elsewhere/0a1b2c3d4e5f6071.png", plain],
    ["a name with a query", `/${plain}?1234`, plain],
  ])("%s", (_, url, path) => {
    expect(resolve(url, [path, "media_attachments/files/001/original/ffffffffffffffff.png"])).toBe(path);
    expect(resolve(url, [`My Export/${path}`], "My Export/")).toBe(`My Export/${path}`);
  });

  it("prefers a whole match, for software that names all files alike", () => {
    const paths = ["media_attachments/files/1/original.png", "media_attachments/files/2/original.png"];
    for (const path of paths) expect(resolve(path, paths)).toBe(path);
    expect(resolve("/x/original.png", paths)).toBe(null);
  });

  it("gives no file rather than one of two that could be meant", () => {
    const paths = [`a/0123456789abcdef.png`, `b/0123456789abcdef.png`];
    expect(resolve("/0123456789abcdef.png", paths)).toBe(null);
    expect(resolve("/b/0123456789abcdef.png", paths)).toBe("b/0123456789abcdef.png");
  });

  it("finds nothing on the network, outside the archive, or in another name's end", () => {
    const paths = [plain, "avatar.png", "secret/0123456789abcdef.png"];
    for (const url of [
      "",
      "/",
      `https://files.example/${FILE}`,
      "https://b.example/0123456789abcdef.png",
      "https://b.example/avatar.png",
      `../${plain}`,
      `/x/../${plain}`,
      `%2e%2e/${plain}`,
      `https://a.example/%2e%2e/${plain}`,
      `C:/${plain}`,
      `C:\\${plain.replaceAll("/", "\\")}`,
      `file:///${plain}`,
      `data:image/png,${plain}`,
      `javascript:${plain}`,
      `${plain}\0.png`,
      `/x${plain.replace("media_", "xmedia_")}/y`,
      "%",
      "%ff",
    ]) {
      expect(resolve(url, paths), url).toBe(null);
    }
    expect(resolve("avatar.png", paths)).toBe("avatar.png");
  });

  it("never throws, and gives only files that are there", () => {
    const files = [plain, "avatar.png"];
    const media = index(files);
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", plain, "https://", "%"),
        (text, part) => {
          const file = media.resolve(text + part);
          if (file !== null) expect(files).toContain(file.path);
        },
      ),
    );
  });
});
