/** A piece of a text, and whether it was looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

const LENGTH = 260;
const BEFORE = 80;

/** A part of a text around what was found in it, cut between words where there are any. */
export function snippetOf(text: string, found: readonly (readonly [number, number])[]): readonly Piece[] {
  const first = found[0]?.[0] ?? 0;
  const start = text.length <= LENGTH || first <= BEFORE ? 0 : cutAt(text, first - BEFORE, 30);
  const end = text.length <= start + LENGTH ? text.length : cutAt(text, start + LENGTH, -30);
  const pieces: Piece[] = [];
  let at = start;
  const add = (until: number, isFound: boolean): void => {
    const piece = text.slice(at, until);
    if (piece !== "") pieces.push({ text: piece, found: isFound });
    at = Math.max(at, until);
  };
  if (start > 0) pieces.push({ text: "… ", found: false });
  for (const [from, to] of found) {
    if (from < at || from >= end) continue;
    add(from, false);
    add(Math.min(to, end), true);
  }
  add(end, false);
  if (end < text.length) pieces.push({ text: " …", found: false });
  return pieces;
}

/** The nearest space in one direction, else the place itself, never inside a character of two units. */
function cutAt(text: string, place: number, reach: number): number {
  const step = Math.sign(reach);
  for (let at = place; at !== place + reach; at += step) {
    if (/\s/.test(text.charAt(at))) return step > 0 ? at + 1 : at;
  }
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place + 1 : place;
}
