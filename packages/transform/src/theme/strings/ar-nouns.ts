import { plurals } from "./plural.js";

/** The form of a word that goes with a number. */
export const pick: ReturnType<typeof plurals> = plurals("ar");

/** A noun in each of its forms. */
export interface Noun {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

export const POST: Noun = { one: "منشور", two: "منشوران", few: "منشورات", many: "منشورًا", other: "منشور" };
export const BOOST: Noun = {
  one: "مشاركة",
  two: "مشاركتان",
  few: "مشاركات",
  many: "مشاركة",
  other: "مشاركة",
};
export const PICTURE: Noun = { one: "صورة", two: "صورتان", few: "صور", many: "صورة", other: "صورة" };
export const FILM: Noun = { one: "فيلم", two: "فيلمان", few: "أفلام", many: "فيلمًا", other: "فيلم" };
export const RECORDING: Noun = {
  one: "تسجيل",
  two: "تسجيلان",
  few: "تسجيلات",
  many: "تسجيلًا",
  other: "تسجيل",
};

/** A number with its noun: one and two are said by the noun's own form, without the number. */
export function counted(count: number, text: string, noun: Noun): string {
  if (count === 1) return `${noun.one} ${noun === BOOST || noun === PICTURE ? "واحدة" : "واحد"}`;
  if (count === 2) return noun.two;
  return `${text} ${pick(count, noun)}`;
}

/** The noun alone, where the number stands apart from it. */
export function noun(count: number, forms: Noun): string {
  return pick(count, { ...forms, two: forms.one });
}
