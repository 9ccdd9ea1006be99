import type { Attachment } from "../../post/post.js";

/** Width and height that a browser can reserve space by. */
export function pixels({
  width,
  height,
}: {
  readonly width: number | null;
  readonly height: number | null;
}): { readonly width: number; readonly height: number } | null {
  return isLength(width) && isLength(height) ? { width, height } : null;
}

function isLength(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value > 0 && value < 100_000;
}

/** Focal points are classes in tenths, for the content security policy allows no inline style. */
export function focus({ focalPoint }: Attachment): string {
  if (focalPoint === null) return "";
  const [x, y] = focalPoint;
  return ` fx${tenth(x)} fy${tenth(-y)}`;
}

/** -1 … 1 becomes 0 … 10. */
function tenth(value: number): number {
  const clamped = Math.min(1, Math.max(-1, Number.isFinite(value) ? value : 0));
  return Math.round((clamped + 1) * 5);
}
