import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { run } from "./harness.js";

const ajv = new Ajv2020({ strict: false });

/** Checks what a command printed with `--json` against the schema that `schema output/<command>` prints. */
export async function expectBySchema(command: string, stdout: string): Promise<void> {
  const { code, stdout: text } = await run(["schema", `output/${command}`]);
  expect(code).toBe(0);
  const { $id, ...schema }: { $id: string; [keyword: string]: unknown } = JSON.parse(text);
  expect($id).toContain(`/output/${command}.schema.json`);
  const validate = ajv.compile(schema);
  const valid = validate(JSON.parse(stdout));
  expect([command, validate.errors ?? [], valid]).toEqual([command, [], true]);
}
