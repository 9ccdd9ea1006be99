/** Runs to begin with, by command. The manual shows them, and its tests run each as it stands. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  inspect: ["ap-archive inspect archive.zip", "ap-archive inspect archive.zip --json"],
  validate: [
    "ap-archive validate archive.zip",
    "ap-archive validate archive.zip --format sarif > findings.sarif",
  ],
  explain: ["ap-archive explain media/missing"],
  convert: [
    "ap-archive convert archive.zip --to html --out site",
    "ap-archive convert archive.zip --to markdown --flavor hugo --out blog",
    "ap-archive convert archive.zip --to atom --out posts.atom",
  ],
  serve: ["ap-archive serve archive.zip --no-media"],
  audit: ["ap-archive audit archive.zip"],
  diff: ["ap-archive diff january.zip february.zip"],
  merge: ["ap-archive merge january.zip february.zip --out both.zip"],
  repair: ["ap-archive repair archive.zip --dry-run", "ap-archive repair archive.zip --out repaired.zip"],
  migrate: ["ap-archive migrate archive.zip --to mastodon --out move"],
  extract: ["ap-archive extract archive.zip --out folder"],
  pack: ["ap-archive pack exports --out packed.zip"],
  query: ['ap-archive query archive.zip "SELECT month, posts FROM month ORDER BY month"'],
  batch: ["ap-archive batch exports --to html --out sites"],
  formats: ["ap-archive formats"],
  schema: ["ap-archive schema Note", "ap-archive schema output/validate"],
  completion: ["ap-archive completion bash > ap-archive.bash"],
};

/** Commands that go on until somebody ends them: the manual's tests don't start these. */
export const ENDLESS: ReadonlySet<string> = new Set(["serve"]);
