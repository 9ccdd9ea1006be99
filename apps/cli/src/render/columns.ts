/** How the cells of a line stand. */
interface Alignment {
  /** Columns of numbers: they stand to the right. */
  readonly right?: readonly number[];
  readonly gap?: number;
}

/** Rows of plain cells as aligned lines; numbers stand to the right when `right` names their column. */
export function columns(rows: readonly (readonly string[])[], alignment: Alignment = {}): string[] {
  const widths = columnWidths(rows);
  return rows.map((row) => alignedLine(row, widths, alignment));
}

/** The width of the widest cell of each column. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return widths;
}

/** One row as a line; a cell that is wider than its column moves what comes behind it. */
export function alignedLine(
  row: readonly string[],
  widths: readonly number[],
  { right = [], gap = 2 }: Alignment = {},
): string {
  return row
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      if (right.includes(column)) return cell.padStart(width);
      return column === row.length - 1 ? cell : cell.padEnd(width);
    })
    .join(" ".repeat(gap))
    .trimEnd();
}

/** Two blocks of lines side by side where the width allows it, else one below the other. */
export function sideBySide(left: readonly string[], right: readonly string[], width: number): string[] {
  const leftWidth = Math.max(...left.map((line) => line.length));
  const needed = leftWidth + 4 + Math.max(...right.map((line) => line.length));
  if (needed > width) return [...left, "", ...right];
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, row) =>
    `${(left[row] ?? "").padEnd(leftWidth + 4)}${right[row] ?? ""}`.trimEnd(),
  );
}

/** A thin bar, `width` characters at `share` 1; anything above 0 shows. */
export function bar(share: number, width: number): string {
  const halves = Math.round(share * width * 2);
  if (halves <= 0) return share > 0 ? "╸" : "";
  return `${"━".repeat(Math.floor(halves / 2))}${halves % 2 === 1 ? "╸" : ""}`;
}
