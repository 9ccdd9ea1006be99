import { describe, expect, it } from "vitest";
import { PORTABLE_TOOLS } from "../src/json/byte-tools.js";
import { ByteWindow } from "../src/json/byte-window.js";
import { readItems } from "../src/json/read-items.js";
import { type Seam, SeamSearch, seamBetween, sharperSeam, USUAL_SEAM } from "../src/json/seam.js";
import { BUFFER_TOOLS } from "../src/node/buffer-tools.js";
import { bytesOf } from "./container-helpers.js";

function windowOf(text: string): ByteWindow {
  const window = new ByteWindow();
  window.append(bytesOf(text), 0);
  return window;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The seam behind the first item of a list, and what it becomes by the two items around the next. */
function learnt(
  items: readonly string[],
  joint = ",",
): { readonly seam: Seam; readonly sharper: Seam | null } {
  const [first = "", second = ""] = items;
  const window = windowOf(items.join(joint));
  const start = first.length + joint.length;
  const seam = seamBetween(window, first.length, start);
  if (seam === null) throw new Error("no seam");
  return { seam, sharper: sharperSeam(window, seam, start, start + second.length - 1) };
}

describe("the seam between two items", () => {
  const ids = [7, 8, 9].map((n) => `{"id":"https://a.example/users/ada/statuses/${n}","type":"Note"}`);
  const typed = ["Create", "Announce", "Create"].map(
    (type, n) => `{"type":"${type}","id":"https://a.example/users/ada/statuses/${n}"}`,
  );

  it("is taken as it is written, white space and all", () => {
    expect(text(learnt(ids).seam.bytes)).toBe(text(USUAL_SEAM.bytes));
    expect(text(learnt(ids, " ,\n  ").seam.bytes)).toBe('} ,\n  {"id":"');
    expect(learnt(ids, " ,\n  ").seam.comma).toBe(3);
  });

  it("is made sharper by the beginning that ids share", () => {
    expect(text(learnt(ids).sharper?.bytes ?? new Uint8Array())).toBe(
      '},{"id":"https://a.example/users/ada/statuses/',
    );
  });

  it("is made sharper by what follows, where first values share nothing", () => {
    const { sharper } = learnt(typed);
    expect(text(sharper?.bytes ?? new Uint8Array())).toBe('},{"type":"');
    expect(text(sharper?.beyond ?? new Uint8Array())).toBe('","id":"https://a.example/users/ada/statuses/');
  });

  it("stays as it is where neighbours share nothing, or a value is written with escapes", () => {
    expect(learnt(['{"a":1}', '{"a":2}', '{"a":3}']).sharper).toBeNull();
    expect(learnt(['{"a":"\\u0041"}', '{"a":"\\u0042"}', '{"a":"\\u0043"}']).sharper).toBeNull();
  });

  it.each([
    ["portable", PORTABLE_TOOLS],
    ["Node's", BUFFER_TOOLS],
  ])("is found with %s tools in a window that grows byte by byte, and not among tags", (_, tools) => {
    const { seam, sharper } = learnt(typed);
    const tags = '[{"type":"Mention","href":"b"},{"type":"Hashtag","href":"c"},{"type":"Create","id":"d"}]';
    const first = `{"type":"Create","id":"https://a.example/users/ada/statuses/1","tag":${tags}}`;
    const all = bytesOf([first, ...typed].join());
    const window = new ByteWindow();
    const search = new SeamSearch(tools);
    const found: number[] = [];
    for (const byte of all) {
      window.append(Uint8Array.of(byte), 0);
      const brace = search.next(window, sharper ?? seam, 0, all.length);
      if (brace !== null) found.push(brace);
    }
    const ends = typed.map((_, n) => [first, ...typed].slice(0, n + 1).join().length - 1);
    expect(found).toEqual(ends);
  });
});

describe("items that begin with their type, as do the tags in them", () => {
  it("are those of JSON.parse, whatever the chunks", async () => {
    const items = Array.from({ length: 60 }, (_, n) => ({
      type: n % 3 === 0 ? "Announce" : "Create",
      id: `https://a.example/users/ada/statuses/${n}/activity`,
      object: {
        type: "Note",
        id: `https://a.example/users/ada/statuses/${n}`,
        content: `}},{"type":"Create","id":"https://a.example/users/ada/statuses/${n}`,
        tag: Array.from({ length: n % 7 }, (_each, tag) => ({ type: "Hashtag", id: `#${tag}` })),
      },
    }));
    const bytes = bytesOf(JSON.stringify({ orderedItems: items }));
    for (const size of [1, 7, 100, 1000, bytes.length]) {
      async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
      }
      const read: unknown[] = [];
      for await (const { value, offset, length } of readItems(chunks())) {
        read.push(value);
        expect(JSON.parse(text(bytes.subarray(offset, offset + length)))).toEqual(value);
      }
      expect(read).toEqual(items);
    }
  });
});
