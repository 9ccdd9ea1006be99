import * as schema from "@archive/schema";
import { ArchiveError, createReporter, DIAGNOSTICS, type DiagnosticRule, diagnostic } from "@archive/schema";
import { describe, expect, it } from "vitest";

describe("the registry", () => {
  const rules: Readonly<Record<string, DiagnosticRule>> = DIAGNOSTICS;

  it.each(Object.entries(rules))("%s is complete and in the house's form", (code, rule) => {
    expect(code).toMatch(/^[a-z0-9]+\/[a-z0-9-]+$/);
    expect(["error", "warning", "info"]).toContain(rule.severity);
    expect(rule.title).toMatch(/[^.]$/);
    expect(rule.explanation).toMatch(/[.)]$/);
    expect(rule.hint === "" || rule.hint.endsWith(".")).toBe(true);
  });
});

describe("a diagnostic", () => {
  it("is flat, has only what is known, and clips what it quotes", () => {
    const found = diagnostic("media/missing", { file: "outbox.json", id: null, actual: "x".repeat(500) });
    expect(found).toEqual({
      code: "media/missing",
      severity: "warning",
      message: `${DIAGNOSTICS["media/missing"].title}.`,
      file: "outbox.json",
      actual: `${"x".repeat(120)}…`,
      hint: DIAGNOSTICS["media/missing"].hint,
    });
  });

  it("is what an ArchiveError is made of", () => {
    const error = new ArchiveError("archive/empty", { file: "a.zip" });
    expect(error).toMatchObject({ name: "ArchiveError", code: "archive/empty", file: "a.zip" });
    expect(error.hint).toBe(DIAGNOSTICS["archive/empty"].hint);
  });
});

describe("a reporter", () => {
  it("counts all and keeps the first few of each code, errors first", () => {
    const reporter = createReporter({ samplesPerCode: 2 });
    for (let at = 0; at < 1000; at += 1) reporter.report(diagnostic("media/missing", { offset: at }));
    reporter.report(diagnostic("json/truncated"));
    expect(reporter.counts).toEqual({ error: 1, warning: 1000, info: 0 });
    expect(reporter.codes().map((each) => [each.code, each.count, each.samples.length])).toEqual([
      ["json/truncated", 1, 1],
      ["media/missing", 1000, 2],
    ]);
    expect(reporter.samples().map((each) => each.offset)).toEqual([undefined, 0, 1]);
  });
});

describe("the package", () => {
  it("exports what it documents and nothing else", () => {
    expect(Object.keys(schema).sort()).toEqual([
      "ACTIVITY_TYPES",
      "ACTOR_TYPES",
      "ArchiveError",
      "COLLECTION_TYPES",
      "DIAGNOSTICS",
      "POST_TYPES",
      "VISIBILITIES",
      "audienceOf",
      "classifyItem",
      "createReporter",
      "diagnostic",
      "firstIdOf",
      "hasType",
      "idOf",
      "isJsonObject",
      "languageTag",
      "narrower",
      "naturalText",
      "numberOf",
      "textOf",
      "timestampOf",
      "typesOf",
      "urlsOf",
      "valuesOf",
    ]);
  });
});
