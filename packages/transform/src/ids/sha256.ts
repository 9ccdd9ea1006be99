import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a text as UTF-8, in lower-case hex. */
export type HashText = (text: string) => string;

/** The same in every runtime. */
export const portableSha256: HashText = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** Node's own, several times as fast: every post and every page is named by a hash. A browser's would not answer at once. */
export const sha256Hex: HashText = nativeSha256() ?? portableSha256;

function nativeSha256(): HashText | null {
  // An import of `node:crypto` would keep this file out of browsers.
  const hash = member(call(member(globalThis, "process"), "getBuiltinModule", "node:crypto"), "hash");
  if (!isFunction(hash)) return null;
  return (text) => {
    const hex = hash("sha256", text, "hex");
    return typeof hex === "string" ? hex : portableSha256(text);
  };
}

function call(object: unknown, name: string, argument: string): unknown {
  const method = member(object, name);
  return isFunction(method) ? method(argument) : undefined;
}

function member(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null ? Reflect.get(object, name) : undefined;
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === "function";
}
