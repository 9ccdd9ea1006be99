import { create, note } from "@archive/fixtures";
import { memoryLibrary, select } from "@archive/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayClock } from "../src/select/time-zone.js";
import { pagesOf } from "./html-pages.js";
import { memorySource } from "./support/memory-source.js";

const ZONES = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns"];

describe("the day of a point in time", () => {
  it("has a year of four digits in every zone, and follows the one before", () => {
    const [min, max] = [new Date("0000-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59Z")];
    const time = fc.date({ min, max, noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.array(time, { minLength: 2 }), (zone, times) => {
        const { dayOf } = dayClock(zone);
        const days = times.sort((a, b) => a.getTime() - b.getTime()).map((at) => dayOf(at.getTime()));
        expect(days).toEqual(days.toSorted());
        for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });

  it("can be the last or the first there is", async () => {
    const dates = ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "0000-01-01T00:00:00Z"];
    const source = memorySource({
      activities: dates.map((published, at) => create(note({ id: String(at), published }))),
    });
    for (const timeZone of ZONES) {
      using library = memoryLibrary();
      const { selection } = await select(source, { library, timeZone });
      const pages = await pagesOf(selection);
      expect(pages.size).toBeGreaterThan(dates.length);
    }
  });
});
