import { expect, it } from "vitest";
import type { Library } from "../src/library/library.js";
import type { PostKey } from "../src/post/post.js";
import { rootFinder, threadFinder } from "../src/select/threads.js";

it("builds a long thread once, however many short ones come in between", () => {
  const CHAIN = 21_000;
  let asked = 0;
  // A chain, and behind each hundredth post of it a thread of two.
  const parentOf = (key: PostKey): PostKey | null => {
    const [name, number] = [key.slice(0, 1), Number(key.slice(1))];
    if (name === "c") return number === 0 ? null : `c${number - 1}`;
    return name === "b" ? `a${number}` : null;
  };
  const library: Pick<Library, "place" | "replies"> = {
    place: (key) => ({ key, parent: parentOf(key), day: null, short: key }),
    replies: (key) => {
      asked += 1;
      const number = Number(key.slice(1));
      if (key.startsWith("a")) return [`b${number}`];
      return key.startsWith("c") && number + 1 < CHAIN ? [`c${number + 1}`] : [];
    },
  };
  const only = library as Library; // nothing else is asked of it
  const threadOf = threadFinder(only, rootFinder(only));
  for (let at = 0; at < CHAIN; at += 1) {
    expect(threadOf(`c${at}`).size).toBe(CHAIN);
    if (at % 100 !== 0) continue;
    expect(threadOf(`a${at}`).size).toBe(2);
    expect(threadOf(`b${at}`).size).toBe(2);
  }
  expect(asked).toBeLessThan(2 * CHAIN);
});
