// Runs a root script with a Node and a pnpm that are new enough, fetching either through npx only when
// the machine lacks it. Plain JavaScript without dependencies: it must run on any Node from 18 on.
import { spawnSync } from "node:child_process";

const PNPM = "12.21.0";
// The newest Node 22 that the npm registry carries for Linux, macOS and Windows on both architectures.
const NODE = "22.23.2";

const windows = process.platform === "win32";

/** On Windows `pnpm` and `npx` are command files, which only a shell can start; it splits what is not quoted. */
function quoted(arg) {
  if (/^[\w@.,:=/\\-]+$/.test(arg)) return arg;
  return `"${arg.replaceAll('"', '""').replace(/\\+$/, "$&$&")}"`;
}

function run([program, ...args], options) {
  return windows
    ? spawnSync([program, ...args].map(quoted).join(" "), { ...options, shell: true })
    : spawnSync(program, args, options);
}

const [task, ...given] = process.argv.slice(2);
// npm takes the `--` before arguments away, pnpm hands it on.
const rest = given[0] === "--" ? given.slice(1) : given;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const nodeIsGood = major >= 24 || (major === 22 && minor >= 18);
const pnpmMajor = Number.parseInt(run(["pnpm", "--version"], { encoding: "utf8" }).stdout ?? "", 10);

const script = ["pnpm", "run", task, ...rest];
const command =
  nodeIsGood && pnpmMajor >= 12
    ? script
    : ["npx", "--yes", ...(nodeIsGood ? [] : ["-p", `node@${NODE}`]), "-p", `pnpm@${PNPM}`, "--", ...script];

const { status, error } = run(command, {
  stdio: "inherit",
  env: {
    npm_config_loglevel: "error",
    npm_config_update_notifier: "false",
    ...process.env,
    // Where the person stands: paths they type are meant from there, and INIT_CWD is set anew by every runner.
    ARCHIVE_CALLER_CWD: process.env.INIT_CWD ?? process.cwd(),
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    ASTRO_TELEMETRY_DISABLED: "1",
  },
});
if (error !== undefined) process.stderr.write(`${command[0]} could not be started: ${error.message}\n`);
process.exit(status ?? 1);
