import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeImage } from "../../../src/data/images/decode-image.ts";
import { orientationIn } from "../../../src/data/images/orientation.ts";
import { writeImage } from "../../../src/data/images/resize-image.ts";
import { BLOCKS, exif, turnedJpeg } from "./turned-jpeg.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];
const SHAPE = { height: 2, width: 3, channels: "grey" } as const;

function blocksIn(file: Uint8Array): number[] {
  const blocks = new Uint8Array(6);
  writeImage(blocks, decodeImage(file, nodeSystem), SHAPE);
  return [...blocks];
}

describe("decodeImage()", () => {
  it.each(ORIENTATIONS)(
    "turns a JPEG of Exif orientation %i upright, in either order of bytes",
    (orientation) => {
      for (const isLittle of [true, false]) {
        const blocks = blocksIn(turnedJpeg(orientation, isLittle));
        BLOCKS.flat().forEach((grey, i) => expect(Math.abs(blocks[i]! - grey)).toBeLessThan(3));
      }
    },
  );

  it("leaves a JPEG as it is whose Exif data are cut off or say nothing sensible", () => {
    const whole = exif(3);
    for (let length = 6; length < whole.length - 4; length++)
      expect([1, 3]).toContain(orientationIn(whole.slice(6, length)));
    expect(orientationIn(whole.slice(6))).toBe(3);
    expect(orientationIn(exif(9).slice(6))).toBe(1);
    expect(orientationIn(exif(0).slice(6))).toBe(1);
  });

  it("turns a PNG that says so, too", () => {
    const vectors = JSON.parse(
      readFileSync(new URL("../../vectors/images/images.json", import.meta.url), "utf8"),
    ) as { images: { png: string }[] };
    const png = Buffer.from(vectors.images[0]!.png, "base64");
    const data = exif(3).subarray(6);
    const chunk = Buffer.alloc(12 + data.length);
    chunk.writeUInt32BE(data.length);
    chunk.write("eXIf", 4);
    chunk.set(data, 8);
    const header = 33;
    const turned = decodeImage(
      Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)]),
      nodeSystem,
    );
    const plain = decodeImage(png, nodeSystem);
    const pixelsOf = ({ rgba }: { rgba: ArrayLike<number> }): string[] =>
      Array.from({ length: rgba.length / 4 }, (_, i) =>
        [0, 1, 2, 3].map((channel) => rgba[4 * i + channel]).join(" "),
      );
    expect(pixelsOf(turned)).toEqual(pixelsOf(plain).reverse());
  });
});
