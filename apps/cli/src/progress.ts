import type { Progress, RunOptions } from "@archive/schema";
import type { SingleBar } from "cli-progress";
import { bar as drawBar } from "./render/columns.js";
import { printable } from "./render/printable.js";
import { count, size } from "./render/quantity.js";
import type { Session } from "./session.js";

/** Runs shorter than this show nothing. */
const PATIENCE = 400;

/** What a run says while it works. It goes away without a trace. */
export interface ProgressLine extends Disposable {
  readonly onProgress: NonNullable<RunOptions["onProgress"]>;
}

/**
 * Shows how far a run is, on a terminal only: bar, rate and time left where the size is known, else how many
 * were done.
 */
export function progressLine(session: Session, verb: string, unit: string): ProgressLine {
  const { io, options } = session;
  if (io.stderr.isTTY !== true || options.quiet) return { onProgress() {}, [Symbol.dispose]() {} };

  const started = performance.now();
  let line: SingleBar | "loading" | null = null;
  let closed = false;
  let latest: Progress = { file: "", bytes: 0, items: 0 };

  async function open(): Promise<void> {
    const { default: cliProgress } = await import("cli-progress");
    if (closed) return;
    line = new cliProgress.SingleBar({
      stream: io.stderr,
      clearOnComplete: true,
      hideCursor: true,
      linewrap: false,
      format: (_, { progress, maxWidth, eta }) => {
        const seconds = (performance.now() - started) / 1000;
        const rate = `${count(Math.round(latest.items / seconds))} ${unit}/s`;
        const known = latest.total !== undefined && latest.total > 0;
        const left =
          known && Number.isFinite(Number(eta)) ? ` · ${count(Math.ceil(Number(eta)))} s left` : "";
        const amount = known ? `${Math.floor(progress * 100)} %` : size(latest.bytes);
        const done = known ? ` ${drawBar(progress, 24).padEnd(24, "─")} ${amount}` : "";
        const text = `${verb} ${printable(latest.file)}${done} · ${count(latest.items)} ${unit} · ${rate}${left}`;
        return text.slice(0, Math.max(20, Number(maxWidth ?? 80) - 1));
      },
    });
    line.start(latest.total ?? 0, latest.bytes);
  }

  return {
    onProgress(progress) {
      latest = progress;
      if (line === "loading") return;
      if (line !== null) {
        line.setTotal(progress.total ?? 0);
        line.update(progress.bytes);
      } else if (performance.now() - started > PATIENCE) {
        line = "loading";
        void open();
      }
    },
    [Symbol.dispose]() {
      closed = true;
      if (line !== null && line !== "loading") line.stop();
    },
  };
}
