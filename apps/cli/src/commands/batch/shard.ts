import { createHash } from "node:crypto";
import { InvalidArgumentError } from "commander";

/** One of several parts of a list. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Parses `i/n`. */
export function shard(text: string): Shard {
  const [, index = "", of = ""] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const parsed = { index: Number(index), of: Number(of) };
  if (index !== "" && parsed.index >= 1 && parsed.index <= parsed.of) return parsed;
  throw new InvalidArgumentError("It is like 2/8: the second of eight parts.");
}

/** Whether a name belongs to a part: by its hash, so that adding archives moves no other to another machine. */
export function isInShard(name: string, { index, of }: Shard): boolean {
  return createHash("sha256").update(name).digest().readUInt32BE(0) % of === index - 1;
}
