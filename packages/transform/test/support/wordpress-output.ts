import { create, note, statusUri, TESS } from "@archive/fixtures";
import { memoryLibrary, type SelectOptions, select } from "@archive/transform";
import { type WordPressOptions, wordPressTarget } from "@archive/transform/wordpress";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { memorySource } from "./memory-source.js";
export const uri = (id: string): string => statusUri(TESS, id);
export const post = (id: string, fields: object = {}, more: Parameters<typeof note>[0] = {}): object => {
  const object = { ...note({ id, ...more }), ...fields };
  return { ...create(note({ id, ...more })), object };
};

/** A picture of one grey dot. */
export function picture(): Uint8Array {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
  return Uint8Array.from(atob(png), (char) => char.charCodeAt(0));
}

/** A sound of so many bytes. */
export function sound(size: number): Uint8Array {
  const wav = new Uint8Array(44 + size).fill(7);
  const view = new DataView(wav.buffer);
  const text = (at: number, word: string): void => {
    for (const [n, char] of [...word].entries()) wav[at + n] = char.charCodeAt(0);
  };
  text(0, "RIFF");
  view.setUint32(4, 36 + size, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, size, true);
  return wav;
}

export const attached = (path: string, name: string | null = null, mediaType = "image/png"): object => ({
  attachment: [{ type: "Document", mediaType, url: `/${path}`, name }],
});

export interface Written {
  readonly files: Map<string, Uint8Array>;
  text(path: string): string;
}

export async function written(
  activities: readonly object[],
  options: WordPressOptions = {},
  media: Record<string, Uint8Array> = {},
  how: Omit<SelectOptions, "library"> = {},
): Promise<Written> {
  const source = memorySource({
    activities: activities.map((each) => JSON.parse(JSON.stringify(each))),
    media,
  });
  const { selection } = await select(source, { ...how, library: memoryLibrary() });
  const files = new Map<string, Uint8Array>();
  for await (const { path, content } of wordPressTarget.render(selection, options)) {
    const chunks: Uint8Array[] = [];
    if (typeof content === "string") chunks.push(new TextEncoder().encode(content));
    else if (content instanceof Uint8Array) chunks.push(content);
    else for await (const chunk of content) chunks.push(chunk.slice());
    files.set(path, Buffer.concat(chunks));
  }
  return { files, text: (path) => new TextDecoder().decode(files.get(path)) };
}

export interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** A WXR file as a tree; throws for what is not well-formed XML with its namespaces declared. */
export function parsed(xml: string): { channel: Element; items: Element[] } {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("WordPress refuses a DOCTYPE");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element: Element = { name, attributes: plain, children: [], text: "" };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  const add = (text: string): void => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => void stack.pop());
  parser.write(xml).close();
  const channel = root.children[0]?.children[0];
  if (channel === undefined) throw new Error("There is no channel.");
  return { channel, items: channel.children.filter(({ name }) => name === "item") };
}

export const child = (element: Element | undefined, name: string): string | undefined =>
  element?.children.find((each) => each.name === name)?.text;

export const outboxOf = (
  zip: Uint8Array | undefined,
): { orderedItems: { object: Record<string, unknown> }[] } =>
  JSON.parse(new TextDecoder().decode(unzipSync(zip ?? new Uint8Array())["outbox.json"]));
