/** A picture without metadata, and its size as it is shown. */
export interface StrippedImage {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}
