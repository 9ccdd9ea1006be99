import { decode, isBlurhashValid } from "blurhash";
import type { JSX } from "preact";

const COLUMNS = 6;
const ROWS = 4;

/**
 * What a sensitive picture's blurhash tells of it: a few fields of colour. Drawn as SVG, for the content
 * security policy allows neither a `data:` picture nor a gradient in a `style` attribute.
 */
export function Blur({ hash }: { readonly hash: string }): JSX.Element | null {
  if (!isBlurhashValid(hash).result) return null;
  const pixels = decode(hash, COLUMNS, ROWS);
  const cells = Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index * 4);
    return (
      <rect
        x={index % COLUMNS}
        y={Math.floor(index / COLUMNS)}
        width="1.02"
        height="1.02"
        fill={`#${hex(red)}${hex(green)}${hex(blue)}`}
      />
    );
  });
  return (
    <svg class="blur" viewBox={`0 0 ${COLUMNS} ${ROWS}`} preserveAspectRatio="none" aria-hidden="true">
      {cells}
    </svg>
  );
}

function hex(value: number): string {
  return value.toString(16).padStart(2, "0");
}
