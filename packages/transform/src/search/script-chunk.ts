import { REGISTER } from "./format.js";

/**
 * A value as a script that hands it over: a page opened from a disk can load scripts, and nothing else. What
 * ends a script element or a line is escaped, so the text is the same wherever it is read.
 */
export function scriptChunk(name: string, value: unknown): string {
  return scriptText(name, JSON.stringify(value) ?? "null");
}

/** The same of a value that is JSON already. */
export function scriptText(name: string, json: string): string {
  return `${REGISTER}(${safe(JSON.stringify(name))},${safe(json)});\n`;
}

/** What a chunk of that name hands over. Throws where there is none, or something else. */
export function chunkValue(name: string, script: string | null): unknown {
  if (script === null) throw new RangeError(`There is no file ${name} of an index.`);
  return JSON.parse(chunkJson(name, script));
}

/** The same as JSON. */
export function chunkJson(name: string, script: string): string {
  const head = `${REGISTER}(${JSON.stringify(name)},`;
  return script.slice(head.length, script.lastIndexOf(");"));
}

/** In JSON these characters stand in strings only, where an escape means the same. */
function safe(json: string): string {
  if (!/[<\u2028\u2029]/.test(json)) return json;
  return json
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}
