import { afterEach, expect, it, vi } from "vitest";
import { pictureId } from "../src/media/picture-id.js";

afterEach(() => vi.unstubAllGlobals());

it("is the same with the platform’s hash and without, and for bytes within a larger buffer", async () => {
  const whole = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);
  const part = whole.subarray(7, 4000);
  const ids = [await pictureId(part), await pictureId(part.slice())];
  const shared = new Uint8Array(new SharedArrayBuffer(part.length));
  shared.set(part);
  ids.push(await pictureId(shared));
  vi.stubGlobal("crypto", undefined);
  ids.push(await pictureId(part));
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[a-z0-9]{16}$/);
  expect(await pictureId(whole)).not.toBe(ids[0]);
});
