import type { Diagnostic } from "@archive/schema";
import { createValidator, type Place, type ValidatorOptions } from "@archive/schema/validate";
import { expect } from "vitest";

/** What is found in a document, or in the bytes of one. */
export type Checked = (value: unknown, place?: Place) => readonly Diagnostic[];

export async function checker(options: Omit<ValidatorOptions, "onDiagnostic">): Promise<Checked> {
  let found: Diagnostic[] = [];
  const validator = await createValidator({ ...options, onDiagnostic: (each) => found.push(each) });
  return (value, place) => {
    found = [];
    const isValid =
      value instanceof Uint8Array ? validator.text(value, place) : validator.document(value, place);
    expect(isValid).toBe(!found.some((each) => each.severity === "error"));
    return found;
  };
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Code and pointer of each error. */
export const brief = (found: readonly Diagnostic[]): readonly string[] =>
  found.filter((each) => each.severity === "error").map((each) => `${each.code} ${each.pointer}`);
