import { styleText } from "node:util";
import type { Io, TextStream } from "../io.js";

type Format = Parameters<typeof styleText>[0];

/** Puts a colour or weight on a text, or leaves it as it is where there are no colours. */
export type Paint = (format: Format, text: string) => string;

/** How to paint for a stream: only on a terminal, unless `NO_COLOR` or `--no-color` says not to. */
export function paintFor(stream: TextStream, env: Io["env"], wanted: boolean): Paint {
  const colours = wanted && stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  return colours ? (format, text) => styleText(format, text, { validateStream: false }) : (_, text) => text;
}
