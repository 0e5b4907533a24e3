import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import jpeg from "jpeg-js";
import { beforeEach, describe, expect, test } from "vitest";
import { images } from "../../../src/data/images/images.ts";
import type { ImagesOptions } from "../../../src/data/images/images-options.ts";
import { decodeImage } from "../../../src/data/images/decode-image.ts";
import { writeImage } from "../../../src/data/images/resize-image.ts";
import { OpenedFiles } from "../../../src/data/opened-files.ts";
import type { FolderContext } from "../../../src/data/source.ts";
import { defaultOptions } from "../../../src/fields/defaults.ts";
import { contentDigest } from "../content-digest.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

const VECTORS = JSON.parse(
  readFileSync(new URL("../../vectors/images/images.json", import.meta.url), "utf8"),
) as Record<"width" | "height", number> & { images: Record<"name" | "png" | "rgba", string>[] };
/** With its length before it and four bytes of a checksum behind it. */
const PALETTE_OF_ONE = Buffer.from("\0\0\0\x03PLTE\x01\x02\x03\0\0\0\0", "latin1");

let folder: string;
let context: FolderContext;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gridient-images-"));
  context = {
    dataDir: undefined,
    cacheDir: "",
    folder: { path: folder, system: nodeSystem, opened: new OpenedFiles() },
  };
  for (const name of ["dots", "lines"]) {
    mkdirSync(join(folder, "data", name), { recursive: true });
    for (let i = 0; i < 5; i++)
      put(
        `${name}/${i}.png`,
        png((x, y) => (name === "dots" ? 40 * ((x + y + i) % 6) : 50 * ((y + i) % 5))),
      );
  }
});

function put(file: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, "data", file), bytes);
}

function png(grey: (x: number, y: number) => number, side = 8): Uint8Array {
  const data = Uint8Array.from({ length: side * side }, (_, i) => grey(i % side, Math.floor(i / side)));
  return encode({ width: side, height: side, data, channels: 1, depth: 8 });
}

function options(change: Partial<ImagesOptions> = {}): ImagesOptions {
  return {
    ...defaultOptions("images"),
    path: "data",
    height: 4,
    width: 4,
    ...change,
  } as ImagesOptions;
}

/** Returns a small colour image as red, green, blue and opacity. */
function colours(): { width: number; height: number; data: Uint8Array } {
  return {
    width: 16,
    height: 16,
    data: Uint8Array.from({ length: 1024 }, (_, i) => (i % 4 === 3 ? 255 : (i * 7) % 256)),
  };
}

describe("a folder of images", () => {
  test("becomes bytes and the names of its folders", async () => {
    const set = await images.load(options(), context);
    expect(set).toMatchObject({ features: 16, image: [4, 4], sizes: { train: 6, validation: 2, test: 2 } });
    expect(set.target).toEqual({ kind: "classes", count: 2, names: ["dots", "lines"] });
    expect([...set.labels!]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(set.inputs.slice(80, 84)).toEqual(Uint8Array.of(25, 25, 25, 25)); // rows 0 and 50, in pairs
    expect(contentDigest(set)).toBe(contentDigest(await images.load(options({ path: "./data" }), context)));
  });

  test("has three bytes a pixel in colour", async () => {
    put("dots/0.png", encode({ ...colours(), channels: 4, depth: 8 }));
    expect(await images.load(options({ channels: "colour" }), context)).toMatchObject({ features: 48 });
  });

  test("is other data when an image changes, the same when it is renamed", () => {
    const digest = (): unknown => images.recipe(options(), context.folder)["sha256"];
    const before = digest();
    put(
      "lines/4.png",
      png(() => 7),
    );
    expect(digest()).not.toBe(before);
  });

  test.each([
    [
      "something that is no image",
      () => put("dots/x.png", Buffer.from("GIF89a")),
      "dots/x.png must be a whole PNG or JPEG: it is neither PNG nor JPEG",
    ],
    ["a damaged image", () => put("dots/x.png", png(() => 1).slice(0, 40)), "a whole PNG or JPEG: "],
    [
      "an image of absurd size",
      () => put("dots/x.png", absurd()),
      "it must have at most 50 million pixels (got ",
    ],
    ["an empty folder", () => mkdirSync(join(folder, "data/none")), 'none in "none"'],
    [
      "a link out of the repository",
      () => symlinkSync("/etc/passwd", join(folder, "data/dots/x.png")),
      "inside the repository",
    ],
  ])("is refused for %s", (_, spoil, reason) => {
    spoil();
    expect(() => images.facts(options(), context.folder)).toThrow(reason);
  });
});

function absurd(): Uint8Array {
  const bytes = png(() => 1).slice();
  new DataView(bytes.buffer).setUint32(16, 100_000);
  new DataView(bytes.buffer).setUint32(20, 100_000);
  return bytes;
}

describe("decodeImage()", () => {
  test("gives a PNG's own bytes", () => {
    const { data, ...size } = colours();
    expect(decodeImage(encode({ ...size, data, channels: 4, depth: 8 }), nodeSystem)).toEqual({
      ...size,
      rgba: data,
    });
  });

  test.each(VECTORS.images)("gives the pixels that Pillow reads in a PNG: $name", ({ png: file, rgba }) => {
    const pixels = decodeImage(Buffer.from(file, "base64"), nodeSystem);
    expect(pixels).toMatchObject({ width: VECTORS.width, height: VECTORS.height });
    expect(Buffer.from(pixels.rgba)).toEqual(Buffer.from(rgba, "base64"));
  });

  test("refuses a PNG whose palette lacks a colour, and a cut one that is interlaced", () => {
    const vector = (name: string) =>
      Buffer.from(VECTORS.images.find((one) => one.name === name)!.png, "base64");
    const poor = vector("palette, 2 bits");
    const start = poor.indexOf("PLTE") - 4;
    const short = Buffer.concat([poor.subarray(0, start), PALETTE_OF_ONE, poor.subarray(start + 24)]);
    expect(() => decodeImage(short, nodeSystem)).toThrow("its palette has no such colour (got 1 colours)");
  });

  test("gives a JPEG's bytes, pinned: they are the same everywhere", () => {
    const encoded = jpeg.encode(colours(), 90).data;
    const { rgba } = decodeImage(encoded, nodeSystem);
    expect(Array.from(rgba.subarray(0, 8))).toMatchInlineSnapshot(`
      [
        1,
        11,
        16,
        255,
        24,
        31,
        27,
        255,
      ]
    `);
  });
});

test("writeImage() takes means over areas, and white where an image is transparent", () => {
  const rgba = Uint8Array.from([0, 0, 0, 255, 100, 100, 100, 255, 200, 200, 200, 255, 9, 9, 9, 0]);
  const grey = new Uint8Array(2);
  writeImage(grey, { width: 4, height: 1, rgba }, { height: 1, width: 2, channels: "grey" });
  expect([...grey]).toEqual([50, 228]);
  const three = new Uint8Array(3);
  writeImage(three, { width: 2, height: 1, rgba }, { height: 1, width: 3, channels: "grey" });
  expect([...three]).toEqual([0, 50, 100]);
});

describe("folders as people have them", () => {
  test("stray files are passed over, and told", () => {
    const before = images.recipe(options(), context.folder);
    put("readme.txt", Buffer.from("by hand"));
    put("dots/labels.csv", Buffer.from("a,b"));
    expect(images.recipe(options(), context.folder)).toEqual(before);
    expect(images.warnings!(options(), context.folder)).toEqual([
      expect.stringMatching(/readme\.txt and 1 more$/),
    ]);
    put("dots/broken.png", Buffer.from("none"));
    expect(() => images.recipe(options(), context.folder)).toThrow(/broken\.png/);
  });

  test("folders named train and test divide the images, validation is drawn from train", () => {
    for (const part of ["train", "test"])
      for (const name of ["dots", "lines"])
        for (let i = 0; i < 5; i++) {
          mkdirSync(join(folder, "divided", part, name), { recursive: true });
          put(
            `../divided/${part}/${name}/${i}.png`,
            png((x) => 40 * ((x + i) % 6)),
          );
        }
    const divided = options({ path: "divided" });
    const { sizes, target } = images.facts(divided, context.folder);
    expect(sizes).toEqual({ train: 8, validation: 2, test: 10 });
    expect(target).toMatchObject({ names: ["dots", "lines"] });
  });

  test("a broken text in a PNG is no matter", () => {
    const sound = png((x, y) => 10 * (x + y));
    const text = Buffer.from("\0\0\0\x04tEXt\xff\xff\xff\xff\0\0\0\0", "latin1");
    const broken = Buffer.concat([sound.subarray(0, 33), text, sound.subarray(33)]);
    expect(decodeImage(broken, nodeSystem)).toEqual(decodeImage(sound, nodeSystem));
  });
});
