import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formats } from "../src/theme/formats.js";

const moments = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
const isos = fc.oneof(
  moments,
  moments.map((iso) => iso.replace(/\.\d+Z$/, "Z")),
  moments.map((iso) => iso.replace("Z", "+05:45")),
  fc.constantFrom(
    "2024-02-31T10:00:00Z",
    "2024-13-01T10:00:00Z",
    "2024-02-01T25:00:00Z",
    "2024-02-01T10:00Z",
  ),
  fc.constantFrom("", "never", "2024-02-01", "+012024-02-01T10:00:00Z", "2016-12-31T23:59:60Z"),
);

describe("dates of moments", () => {
  it.each(["UTC", "Asia/Kathmandu", "America/St_Johns"])("are what Intl makes of each in %s", (timeZone) => {
    for (const locale of ["en-GB", "ar", "ja"]) {
      const made = formats(locale, timeZone);
      const date = { day: "numeric", month: "long", year: "numeric" } as const;
      const asked = [
        [made.date, date],
        [made.time, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }],
        [made.monthOf, { month: "long", year: "numeric" }],
      ] as const;
      for (const [write, options] of asked) {
        const plain = new Intl.DateTimeFormat(locale, { ...options, timeZone });
        fc.assert(
          fc.property(isos, (iso) => {
            const epoch = Date.parse(iso);
            expect(write(iso)).toBe(Number.isNaN(epoch) ? iso : plain.format(epoch));
          }),
        );
      }
    }
  });
});
