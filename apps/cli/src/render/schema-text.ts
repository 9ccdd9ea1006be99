import type { Session } from "../session.js";

const READINGS: Readonly<Record<string, string>> = {
  as2: "by the letter of the specification",
  wild: "as any sane consumer accepts it",
  output: "what --json prints",
};

/** The names of schemas in columns, by what they are about. */
export function schemaListText(names: readonly string[], { paint, width }: Session): string[] {
  const groups = Map.groupBy(names, (name) => (name.includes("/") ? name.slice(0, name.indexOf("/")) : ""));
  return [...groups]
    .flatMap(([group, members]) => {
      const title = READINGS[group];
      const heading = title === undefined ? [] : [`${paint("bold", `${group}/`)}  ${title}`];
      return [...heading, ...grid(members, width - 2).map((line) => `  ${line}`), ""];
    })
    .slice(0, -1);
}

/** Words in as many columns of the same width as there is room for, read downwards. */
function grid(words: readonly string[], width: number): string[] {
  const cell = Math.max(...words.map((word) => word.length)) + 2;
  const perLine = Math.max(1, Math.floor((width + 2) / cell));
  const rows = Math.ceil(words.length / perLine);
  return Array.from({ length: rows }, (_, row) =>
    words
      .filter((_word, n) => n % rows === row)
      .map((word) => word.padEnd(cell))
      .join("")
      .trimEnd(),
  );
}
