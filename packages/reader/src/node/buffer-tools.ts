import type { ByteTools } from "../json/byte-tools.js";

/** The window that was looked at last; a view of it costs more than what is done with it. */
let seen: Uint8Array = new Uint8Array(0);
let view: Buffer = Buffer.alloc(0);

function viewOf(bytes: Uint8Array): Buffer {
  if (bytes !== seen) {
    seen = bytes;
    view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  return view;
}

/** Node's own ways, several times as fast as the portable ones. */
export const BUFFER_TOOLS: ByteTools = {
  text: (bytes, from, to) => viewOf(bytes).toString("utf8", from, to),
  find(bytes, pattern, from, to) {
    const at = viewOf(bytes).indexOf(pattern, from);
    return at + pattern.length <= to ? at : -1;
  },
};
