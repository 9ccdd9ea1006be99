import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buildProgram } from "../program.js";
import { manPage } from "./man-page.js";
import { programModel } from "./program-model.js";
import { referenceModel } from "./reference-model.js";

/** Writes the man page, which ships, and the model that the docs site is made from; into the folder named. */
const folder = process.argv[2] ?? "dist";
const program = buildProgram(
  {
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    stdin: new PassThrough(),
    env: {},
    cwd: process.cwd(),
    signal: new AbortController().signal,
    cores: 1,
    runSelf: () => Promise.reject(new Error("The reference runs no command.")),
    deaf: async (work) => work(),
  },
  () => undefined,
);
writeFileSync(join(folder, `${program.name()}.1`), manPage(programModel(program)));
writeFileSync(join(folder, "reference.json"), `${JSON.stringify(await referenceModel(program), null, 2)}\n`);
