import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  create,
  EXPORT_SECRET,
  exportFixtures,
  mastodonArchive,
  note,
  packTarGz,
  packZip,
} from "@archive/fixtures";
import { KIT_SERVERS } from "@archive/transform/csv-kit";
import { DESTINATIONS, MOVE_SOFTWARE } from "@archive/transform/migrate-kit";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Open } from "unzipper";
import { describe, expect, it } from "vitest";
import { SOFTWARE } from "../src/commands/migrate/options.js";
import { outputSchema } from "../src/output-schemas/index.js";
import { CSV_SERVERS } from "../src/targets/csv-kit.js";
import { everything, type Run, run, scratch } from "./harness.js";
import { filesOf, search } from "./support-search.js";

const VISIBILITIES = ["public", "unlisted", "followers", "direct"] as const;
const text = (lines: string): Uint8Array => new TextEncoder().encode(lines);

/** An archive with the CSVs of its server beside it. */
const archive = await packZip(
  new Map([
    ...mastodonArchive({
      activities: VISIBILITIES.map((visibility, n) =>
        create(note({ id: String(n + 1), content: `<p>This is ${visibility}</p>`, visibility })),
      ),
    }),
    [
      "following_accounts.csv",
      text(
        'Account address,Show boosts,Notify on new posts,Languages\nada@social.example,true,false,"de, en"\n',
      ),
    ],
    ["blocked_accounts.csv", text("troll@bad.example\n")],
    ["muted_accounts.csv", text("Account address,Hide notifications\nloud@noise.example,true\n")],
    ["lists.csv", text("Maps,ada@social.example\n")],
    ["blocked_domains.csv", text("spam.example\n")],
  ]),
);

async function migrate(cwd: string, ...options: string[]): Promise<Run> {
  if (!existsSync(`${cwd}/a.zip`)) writeFileSync(`${cwd}/a.zip`, archive);
  return run(["migrate", "a.zip", ...options], { cwd });
}

describe("ap-archive migrate", () => {
  it("writes CSVs that are those of the archive again, and a checklist that names them", async () => {
    using folder = scratch();
    const { code, stdout } = await migrate(folder.path, "--to", "mastodon", "--out", "kit");
    expect(code).toBe(0);
    const read = (path: string): string => readFileSync(folder.at(`kit/${path}`), "utf8");
    expect(read("csv/following_accounts.csv")).toBe(
      'Account address,Show boosts,Notify on new posts,Languages\nada@social.example,true,false,"de, en"\n',
    );
    expect(read("csv/muted_accounts.csv")).toBe(
      "Account address,Hide notifications\nloud@noise.example,true\n",
    );
    expect(read("csv/lists.csv")).toBe("Maps,ada@social.example\n");
    expect(stdout).toContain("Open kit/checklist.html in a browser");
    expect(stdout).toMatch(/not there +filters\n/);
    expect(read("checklist.md")).toContain("`csv/blocked_accounts.csv`: 1 blocked accounts");
    expect(read("losses.txt")).toContain("None of 2: Mastodon imports no posts");
  });

  it("reads the CSVs in the archive’s folder when told to, and not otherwise", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), await packZip(mastodonArchive()));
    writeFileSync(
      folder.at("following_accounts.csv"),
      "Account address,Show boosts\nada@social.example,true\n",
    );
    const kit = (...more: string[]): Promise<Run> =>
      migrate(folder.path, "--to", "pleroma", "--out", `kit${more.length}`, ...more);
    expect([(await kit()).code, (await kit("--beside")).code]).toEqual([0, 0]);
    expect(existsSync(folder.at("kit0/csv"))).toBe(false);
    expect(readFileSync(folder.at("kit1/csv/friends.csv"), "utf8")).toBe("ada@social.example\n");
    expect(readFileSync(folder.at("kit0/checklist.md"), "utf8")).toContain(
      "make this kit again with `--beside`.",
    );
  });

  it("prints JSON of its schema, with the same losses as the kit", async () => {
    using folder = scratch();
    const { code, stdout } = await migrate(folder.path, "--to", "sharkey", "--out", "kit", "--json");
    const document: unknown = JSON.parse(stdout);
    const check = new Ajv2020({ strict: false, validateFormats: false }).compile(
      outputSchema("output/migrate"),
    );
    expect([code, check(document), check.errors]).toEqual([0, true, null]);
    expect(document).toMatchObject({
      losses: JSON.parse(readFileSync(folder.at("kit/losses.json"), "utf8")),
      posts: { read: 4, leftOut: { visibility: 2 } },
    });
    const { files } = await Open.file(folder.at("kit/posts.zip"));
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["actor.json", "outbox.json"]));
  });

  it("takes wider posts along only when told, and never where an importer would show them", async () => {
    using folder = scratch();
    const kit = async (to: string, out: string): Promise<string> => {
      const wider = ["--visibility", VISIBILITIES.join(",")];
      expect((await migrate(folder.path, "--to", to, "--out", out, ...wider)).code).toBe(0);
      const paths = everything(folder.at(out)).map((path) => folder.at(`${out}/${path}`));
      const texts: string[] = [];
      for (const path of paths) {
        if (path.endsWith(".zip")) {
          const { files } = await Open.file(path);
          for (const file of files) texts.push((await file.buffer()).toString("utf8"));
        } else if (/\.(?:json|xml)$/.test(path)) texts.push(readFileSync(path, "utf8"));
      }
      return texts.join("\n");
    };
    const sharkey = await kit("sharkey", "sharkey");
    expect(VISIBILITIES.map((each) => sharkey.includes(`This is ${each}`))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const gotosocial = await kit("gotosocial", "gotosocial");
    expect(VISIBILITIES.map((each) => gotosocial.includes(`This is ${each}`))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await kit("wordpress", "wp");
    const { files } = await Open.file(folder.at("wp/wordpress/activitypub.zip"));
    const outbox = await files.find(({ path }) => path === "outbox.json")?.buffer();
    expect(VISIBILITIES.map((each) => outbox?.includes(`This is ${each}`))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("changes nothing at a second run, and leaves a folder alone that is not its own", async () => {
    using folder = scratch();
    const argv = ["--to", "gotosocial", "--out", "kit", "--json"];
    await migrate(folder.path, ...argv);
    const again = await migrate(folder.path, ...argv);
    expect(JSON.parse(again.stdout).files).toMatchObject({ written: 0 });
    const other = await migrate(folder.path, "--to", "mastodon", "--out", "kit");
    expect(other.code).toBe(2);
  });

  it("writes a zip when it is asked for one", async () => {
    using folder = scratch();
    const { code } = await migrate(
      folder.path,
      "--to",
      "misskey",
      "--out",
      "kit.zip",
      "--from",
      "2026-05-01",
    );
    const { files } = await Open.file(folder.at("kit.zip"));
    expect(code).toBe(0);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["csv/following.csv", "csv/user-lists.csv", "checklist.html", "dates.ics"]),
    );
  });

  it.each([
    [["--to", "mastodon", "--from", "2026-02-30"], "--from is no date"],
    [["--to", "mastodon", "--from", "tomorrow"], "--from is no date"],
    [["--to", "sharkey", "--base-url", "https://x.example"], "--base-url"],
    [["--to", "sharkey", "--max-upload", "8MB"], "--max-upload"],
    [["--to", "wordpress", "--max-upload", "some"], "size"],
    [["--to", "myspace"], "myspace"],
  ])("refuses %j", async (options, message) => {
    using folder = scratch();
    const { code, stderr } = await migrate(folder.path, ...options, "--out", "kit");
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync(folder.at("kit"))).toBe(false);
  });

  it("offers just what the library has", () => {
    expect(SOFTWARE).toEqual(MOVE_SOFTWARE);
    expect(CSV_SERVERS).toEqual(KIT_SERVERS);
    expect(Object.keys(DESTINATIONS)).toEqual(MOVE_SOFTWARE);
  });
});

describe.each(Object.entries(exportFixtures()))("a move away from %s", (name, { files, withheld = [] }) => {
  it("takes along what the new server imports, and no secret and nothing private", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a"), name === "bookwyrm" ? await packTarGz(files) : await packZip(files));
    for (const to of ["mastodon", "pleroma", "sharkey", "gotosocial", "wordpress"]) {
      const argv = ["migrate", "a", "--to", to, "--out", to, "--from", "2026-05-01", "--json"];
      const { code, stdout, stderr } = await run(argv, { cwd: folder.path });
      expect([code, stderr]).toEqual([0, expect.not.stringContaining("error:")]);
      const { losses } = JSON.parse(stdout);
      for (const { inArchive, written } of losses.collections)
        expect(written).toBeLessThanOrEqual(inArchive ?? 0);
      expect(search(await filesOf(folder.at(to)), [EXPORT_SECRET, ...withheld])).toEqual([]);
    }
  });
});

describe("convert --to csv-kit", () => {
  it("has a folder for each server, or the files of one", async () => {
    using folder = scratch();
    writeFileSync(folder.at("a.zip"), archive);
    const convert = (...options: string[]): Promise<Run> =>
      run(["convert", "a.zip", "--to", "csv-kit", ...options], { cwd: folder.path });
    const all = await convert("--out", "all");
    expect(all.code).toBe(0);
    expect(all.stderr).toContain("Writing what the account follows, blocks and keeps as csv-kit to all");
    // It has no posts, and nobody asked for any.
    expect(all.stdout + all.stderr).not.toMatch(/ posts?\b|not taken|left out/);
    expect(everything(folder.at("all"))).toEqual(
      expect.arrayContaining(["mastodon/lists.csv", "pleroma/friends.csv"]),
    );
    expect((await convert("--out", "one", "--server", "misskey")).code).toBe(0);
    expect(everything(folder.at("one")).filter((path) => path.endsWith(".csv"))).toEqual([
      "blocking.csv",
      "following.csv",
      "mute.csv",
      "user-lists.csv",
    ]);
    expect((await convert("--out", "no", "--server", "myspace")).code).toBe(2);
  });
});
