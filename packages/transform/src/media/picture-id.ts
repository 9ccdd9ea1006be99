import { sha256 } from "@noble/hashes/sha2.js";
import { base32 } from "../ids/keys.js";

const LENGTH = 16;

/**
 * What a picture is called in an output: a hash of its bytes. The platform's own hash works beside this program, where
 * one in JavaScript would hold all other pictures up; pages that are not served securely have only the latter.
 */
export async function pictureId(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  const hash =
    subtle === undefined ? sha256(bytes) : new Uint8Array(await subtle.digest("SHA-256", ownBuffer(bytes)));
  return base32(hash, LENGTH);
}

/** Web Crypto takes no shared memory, which bytes of an unknown source may lie in. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : bytes.slice();
}
