// Run by packing-thread.test.ts: has posts packed and is done, without a word to the thread that packed them.
import { PackingThread } from "../../src/node/packing-thread.js";

const thread = new PackingThread();
const packed: Uint8Array[] = [];
for (let number = 0; number < 12; number += 1) {
  packed.push(
    await thread.pack({
      notes: "[]",
      rows: [`["${number}"]`],
      htmls: ["<p>Ahoi</p>"],
      emoji: new Map(),
      marks: new Set(),
    }),
  );
}
process.stdout.write(`${packed.length} chunks\n`);
