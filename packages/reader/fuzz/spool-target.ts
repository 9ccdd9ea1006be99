import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { ArchiveError } from "@archive/schema";
import { openContainer } from "../src/index.js";
import { limits, safePath } from "./container-rules.js";
import { must, pieces, told } from "./told.js";

/** Bytes before the archive: how the stream is cut, where it fails, and how much of it is kept in memory. */
const SPOOL_BYTES = 3;

const FOLDERS = `ap-archive-input-${process.pid}-`;
const DESCRIPTORS = "/proc/self/fd";

const leftOver = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDERS)).length;

function openFiles(): number {
  try {
    return readdirSync(DESCRIPTORS).length;
  } catch {
    return 0;
  }
}

async function* failing(
  bytes: Uint8Array,
  size: number,
  at: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* pieces(bytes.subarray(0, at), size);
  throw new Error("EPIPE");
}

/** What a stream holds is what its bytes hold, wherever they are kept; a stream that fails is refused. */
export async function spoolTarget(bytes: Uint8Array): Promise<void> {
  const [cut = 0, memory = 0, fail = 0] = bytes;
  const archive = bytes.slice(SPOOL_BYTES);
  const size = 1 + cut * cut;
  const maxMemoryBytes = memory * memory;
  const before = openFiles();
  const whole = await told((onDiagnostic) => openContainer(archive, { limits, onDiagnostic }), safePath);
  const streamed = await told(
    (onDiagnostic) => openContainer(pieces(archive, size), { limits, onDiagnostic, maxMemoryBytes }),
    safePath,
  );
  must(streamed.refused === whole.refused, `refused alike: ${streamed.refused}, ${whole.refused}`);
  must(streamed.entries.join("\n") === whole.entries.join("\n"), "a stream and its bytes are read the same");
  must(
    [...streamed.codes].toSorted().join() === [...whole.codes].toSorted().join(),
    "and found to be wrong alike",
  );
  let refusal: unknown = null;
  try {
    const at = Math.floor((archive.length * fail) / 256);
    await using _ = await openContainer(failing(archive, size, at), { limits, maxMemoryBytes });
  } catch (error) {
    refusal = error;
  }
  must(
    refusal instanceof ArchiveError && refusal.code === "archive/unreadable",
    "a stream that fails is refused",
  );
  must(leftOver() === 0, "no temporary folder is left");
  must(openFiles() <= before, "files are closed");
}
