import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Dataset, PartName } from "../../../src/data/dataset.ts";
import { digits, type DigitsOptions } from "../../../src/data/digits/digits.ts";
import { contentDigest } from "../content-digest.ts";

const DEFAULTS: DigitsOptions = { name: "digits", train: 12_000, validation: 2_000, test: 2_000, seed: 0 };
const SMALL: DigitsOptions = { ...DEFAULTS, train: 30, validation: 20, test: 10 };
const CONTEXT = { dataDir: undefined, cacheDir: "" };
const SIDE = 28;
const PIXELS = SIDE * SIDE;
const PARTS: readonly PartName[] = ["train", "validation", "test"];

let full: Dataset;

beforeAll(async () => {
  full = await digits.load(DEFAULTS, CONTEXT);
});

describe("digits", () => {
  test("digits.load() draws the pinned images at the default options", () => {
    expect(contentDigest(full)).toBe("c6069bc19a6b701420149a665e9c71a3e1a1add1ebf46db97c7eddb7319fcd47");
  });

  test("digits.load() draws the pinned images of a small set", async () => {
    expect(contentDigest(await digits.load(SMALL, CONTEXT))).toBe(
      "3b4dfa598ad9cc496d6b5947c0443a2009a5d139458f4cbc1375e3056c061799",
    );
  });

  test("digits.load() inks 17 to 21 % of the pixels, as MNIST's 19 %", () => {
    let inked = 0;
    for (const value of full.inputs) if (value > 0) inked += 1;
    expect(inked / full.inputs.length).toBeGreaterThan(0.17);
    expect(inked / full.inputs.length).toBeLessThan(0.21);
  });

  test("digits.load() leaves two white pixels along each edge and inks every image", () => {
    const rows = full.labels!.length;
    for (let row = 0; row < rows; row++) {
      const box = inkBox(full, row);
      expect(Math.min(box.left, box.top), `row ${row}`).toBeGreaterThanOrEqual(2);
      expect(Math.max(box.right, box.bottom), `row ${row}`).toBeLessThan(SIDE - 2);
      expect(Math.max(box.right - box.left, box.bottom - box.top), `row ${row}`).toBeGreaterThan(12);
      expect(box.darkest, `row ${row}`).toBeGreaterThan(150);
    }
  });

  test("digits.load() draws every image of a class differently", () => {
    const images = new Set<string>();
    for (let row = 0; row < full.labels!.length; row++) images.add(imageAt(full, row).toString());
    expect(images.size).toBe(full.labels!.length);
  });

  test("digits.load() fills each part with all ten classes alike", () => {
    for (const part of PARTS) {
      const labels = Array.from(full.parts[part], (row) => full.labels![row]!);
      for (let digit = 0; digit < 10; digit++) {
        expect(labels.filter((label) => label === digit)).toHaveLength(full.sizes[part] / 10);
      }
    }
  });

  test("digits.load() lists training, validation and test rows in sequence", () => {
    const listed = PARTS.flatMap((part) => [...full.parts[part]]);
    expect(listed).toEqual(Array.from({ length: 16_000 }, (_, row) => row));
    expect(full).toMatchObject(digits.facts(DEFAULTS));
  });

  test("digits.load() keeps the images of each part when parts grow", async () => {
    const sizes = fc.record({ train: fc.nat(40), validation: fc.nat(40), test: fc.nat(40) });
    const property = fc.asyncProperty(sizes, async (small) => {
      const set = await digits.load({ ...DEFAULTS, ...small }, CONTEXT);
      for (const part of PARTS)
        expect(firstImages(set, part, small[part])).toBe(firstImages(full, part, small[part]));
    });
    await fc.assert(property, { seed: 1, numRuns: 25 });
  });

  test("digits.load() draws other images under another seed, in every part", async () => {
    const other = await digits.load({ ...SMALL, seed: 1 }, CONTEXT);
    for (const part of PARTS) {
      expect(imageAt(other, other.parts[part][0]!)).not.toEqual(imageAt(full, full.parts[part][0]!));
    }
  });

  test("digits.recipe() names the generator, its version and every option", () => {
    const parameters = { train: 12_000, validation: 2_000, test: 2_000, seed: 0 };
    expect(digits.recipe(DEFAULTS)).toEqual({ generator: "digits", version: 1, ...parameters });
  });
});

type InkBox = Record<"left" | "top" | "right" | "bottom" | "darkest", number>;

function firstImages(set: Dataset, part: PartName, count: number): string {
  const rows = [...set.parts[part].subarray(0, count)];
  return rows.map((row) => `${set.labels![row]}: ${imageAt(set, row).join(" ")}`).join("\n");
}

function imageAt({ inputs }: Dataset, row: number): Uint8Array | Float32Array {
  return inputs.subarray(row * PIXELS, (row + 1) * PIXELS);
}

function inkBox(set: Dataset, row: number): InkBox {
  const box = { left: SIDE, top: SIDE, right: -1, bottom: -1, darkest: 0 };
  imageAt(set, row).forEach((value, pixel) => {
    if (value === 0) return;
    const x = pixel % SIDE;
    const y = Math.floor(pixel / SIDE);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
    box.darkest = Math.max(box.darkest, value);
  });
  return box;
}
