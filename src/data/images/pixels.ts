/** An image as bytes: row-major red, green, blue, and how opaque, for each pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}
