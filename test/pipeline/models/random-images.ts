/**
 * Images as people have them: PNG and JPEG, grey and colour, turned, of any size.
 * @module
 */
import { encode } from "fast-png";
import fc from "fast-check";
import jpeg from "jpeg-js";
import { exif } from "../../data/images/turned-jpeg.ts";

/** A folder of images, and the shape that they are brought to. */
export interface RandomImages {
  readonly options: { readonly height: number; readonly width: number; readonly channels: "grey" | "colour" };
  /** Files of each class. */
  readonly classes: Readonly<Record<string, readonly Uint8Array[]>>;
}

const anyPng: fc.Arbitrary<Uint8Array> = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 1, max: 9 }),
    channels: fc.constantFrom(1, 2, 3, 4),
  })
  .chain(({ width, height, channels }) => {
    const length = width * height * channels;
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((data) => encode({ width, height, channels, data, depth: 8 }));
  });

const anyJpeg: fc.Arbitrary<Uint8Array> = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    orientation: fc.integer({ min: 1, max: 8 }),
    quality: fc.integer({ min: 30, max: 95 }),
  })
  .chain(({ width, height, orientation, quality }) => {
    const length = width * height * 4;
    return fc.uint8Array({ minLength: length, maxLength: length }).map((data) => {
      const image = { width, height, data, exifBuffer: exif(orientation) };
      return Uint8Array.from(jpeg.encode(image as typeof image & { exifBuffer: Buffer }, quality).data);
    });
  });

const files = fc.array(fc.oneof(anyPng, anyJpeg), { minLength: 5, maxLength: 6 });

/** Two classes with a handful of images each. */
export const anyImages: fc.Arbitrary<RandomImages> = fc.record({
  options: fc.record({
    height: fc.integer({ min: 1, max: 6 }),
    width: fc.integer({ min: 1, max: 6 }),
    channels: fc.constantFrom("grey", "colour"),
  }),
  classes: fc.record({ cats: files, "dogs, too": files }),
});
