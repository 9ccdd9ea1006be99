// Run by killed-run.test.ts: writes one output after the other into a folder until it is killed.
import { folderSink } from "../../src/node/folder-sink.js";
import { rewrites } from "./rewrites.js";

const [, , folder = "", kind = ""] = process.argv;
for (let round = 0; ; round += 1) {
  const sink = folderSink(folder, {});
  await sink.begin({ tool: "test", version: "1.0.0", command: "convert html" });
  for (const file of rewrites(kind, round)) await sink.put(file);
  await sink.commit();
  if (round === 0) process.stdout.write("the first one stands\n");
}
