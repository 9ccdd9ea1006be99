// The end of `npm start`: makes a site of the bundled sample archive, or of the archive that was given.
import { spawnSync } from "node:child_process";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const caller = process.env.ARCHIVE_CALLER_CWD ?? process.cwd();

const [given, ...options] = process.argv.slice(2);
const archive =
  given === undefined ? join(root, "packages/fixtures/dist/sample.zip") : resolve(caller, given);
const name = basename(archive).replace(/\.(zip|tar|tar\.gz|tgz|json)$/i, "");
const out = join(caller, `${name}-site`);
const command = ["convert", archive, "--to", "html", "--out", out, ...options];

const { status } = spawnSync(process.execPath, [join(root, "apps/cli/dist/bin.js"), ...command], {
  stdio: "inherit",
  // Paths among the options are meant from where the person stands.
  cwd: caller,
});

if (status === 0 && given === undefined) {
  process.stdout.write(
    "\nThis is the archive of a made-up person. For your own, pass the file your server gave you:\n\n" +
      "  npm start -- path/to/your-archive.zip\n\n",
  );
}
process.exit(status ?? 1);
