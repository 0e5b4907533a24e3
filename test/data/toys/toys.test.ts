import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../src/data/dataset.ts";
import { blobs } from "../../../src/data/toys/blobs.ts";
import { moons } from "../../../src/data/toys/moons.ts";
import { spirals } from "../../../src/data/toys/spirals.ts";
import type { ToyOptions } from "../../../src/data/toys/toy-source.ts";
import { xor } from "../../../src/data/toys/xor.ts";
import type { BuiltinSource } from "../../../src/data/source.ts";
import { contentDigest } from "../content-digest.ts";

const CONTEXT = { dataDir: undefined, cacheDir: "" };
const XOR = { name: "xor", samples: 4, noise: 0, seed: 0 } as const;
const MOONS = { name: "moons", samples: 1_000, noise: 0.1, seed: 0 } as const;
const SPIRALS = { name: "spirals", samples: 1_000, noise: 0.1, classes: 2, seed: 0 } as const;
const BLOBS = { name: "blobs", samples: 1_000, noise: 1, classes: 3, seed: 0 } as const;

interface Case {
  readonly name: string;
  readonly recipe: Readonly<Record<string, unknown>>;
  readonly classes: number;
  readonly digest: string;
  readonly load: (change?: Partial<Pick<ToyOptions, "samples" | "noise" | "seed">>) => Promise<Dataset>;
}

function toyCase<Options extends ToyOptions>(
  source: BuiltinSource<Options>,
  options: Options,
  classes: number,
  digest: string,
): Case {
  const load: Case["load"] = (change) => source.load({ ...options, ...change }, CONTEXT);
  return { name: source.name, recipe: source.recipe(options), classes, digest, load };
}

const CASES = [
  toyCase(xor, XOR, 2, "e186eec8fd66494c0cf96909ccd1f48e90388dbcaeea9a0e9c5be4ee2c97faad"),
  toyCase(moons, MOONS, 2, "bb29f1236c5958efd8cea9acb42eebf17857840b4b7894b976717d4ca248fb87"),
  toyCase(spirals, SPIRALS, 2, "f2f8e341f913bc77c3e97f0e8b306bbf4e9006657f412a2221d84e6054c22a80"),
  toyCase(blobs, BLOBS, 3, "2181edd2a42cbc93689a9ff8bed96cb487f310c038196498bb07442bb7f01b26"),
];

describe.each(CASES)("$name", ({ name, load, recipe, classes, digest }) => {
  test("load() builds the pinned points at the default options", async () => {
    expect(contentDigest(await load())).toBe(digest);
  });

  test("load() has as many test as training examples, no validation part, balanced classes", async () => {
    const set = await load({ samples: 12 });
    expect(set).toMatchObject({
      features: 2,
      target: { kind: "classes", count: classes },
      sizes: { train: 12, validation: 0, test: 12 },
    });
    expect(set.inputs).toHaveLength(48);
    for (const part of ["train", "test"] as const) {
      const labels = examples(set, part).map(([, , label]) => label);
      for (let each = 0; each < classes; each++) {
        expect(labels.filter((label) => label === each)).toHaveLength(12 / classes);
      }
    }
  });

  test("load() keeps the examples of a part when samples grow", async () => {
    const large = await load({ samples: 60, noise: 0.2 });
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (samples) => {
      const small = await load({ samples, noise: 0.2 });
      for (const part of ["train", "test"] as const) {
        expect(examples(small, part)).toEqual(examples(large, part).slice(0, samples));
      }
    });
    await fc.assert(property, { seed: 1, numRuns: 30 });
  });

  test("load() draws other points for other seeds and for the test part", async () => {
    const set = await load({ noise: 0.2 });
    const other = await load({ noise: 0.2, seed: 1 });
    expect(examples(set, "train")).not.toEqual(examples(set, "test"));
    expect(examples(set, "train")).not.toEqual(examples(other, "train"));
  });

  test("recipe() names the generator, its version and every option", () => {
    expect(recipe).toMatchObject({ generator: name, version: 1, noise: expect.any(Number), seed: 0 });
    expect(recipe).not.toHaveProperty("name");
  });
});

test("xor.load() without noise is the four corners with classes 0 1 1 0, twice", async () => {
  const set = await xor.load(XOR, CONTEXT);
  const corners = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ];
  expect(examples(set, "train")).toEqual(corners);
  expect(examples(set, "test")).toEqual(corners);
});

test("moons.load() without noise lies on two half circles of radius 1", async () => {
  const set = await moons.load({ ...MOONS, noise: 0 }, CONTEXT);
  for (const [x, y, label] of examples(set, "train")) {
    const side = label === 0 ? 1 : -1;
    expect(Math.hypot(x + side / 2, y + side / 4)).toBeCloseTo(1, 5);
    expect(side * (y + side / 4)).toBeGreaterThan(0);
  }
});

test("spirals.load() without noise keeps every arm's angle a function of its radius", async () => {
  const classes = 3;
  const set = await spirals.load({ ...SPIRALS, classes, noise: 0 }, CONTEXT);
  for (const [x, y, label] of examples(set, "train")) {
    const turns = Math.atan2(y, x) / (2 * Math.PI) - 0.75 * Math.hypot(x, y) - label / classes;
    expect(Math.abs(turns - Math.round(turns))).toBeLessThan(1e-4);
  }
});

test("spirals.load() scales each feature to unit variance", async () => {
  const set = await spirals.load(SPIRALS, CONTEXT);
  const points = examples(set, "train");
  for (const feature of [0, 1] as const) {
    const variance = points.reduce((sum, point) => sum + point[feature] ** 2, 0) / points.length;
    expect(Math.abs(variance - 1)).toBeLessThan(0.1);
  }
});

test("blobs.load() places neighbouring centres 5 apart around the origin", async () => {
  const set = await blobs.load({ ...BLOBS, classes: 7, samples: 7, noise: 0 }, CONTEXT);
  const centres = examples(set, "train");
  centres.forEach(([x, y], i) => {
    const [nextX, nextY] = centres[(i + 1) % 7]!;
    expect(Math.hypot(nextX - x, nextY - y)).toBeCloseTo(5, 5);
  });
});

test.each(CASES.filter(({ name }) => name !== "xor"))(
  "$name.load() can be learnt: the nearest training example names the class",
  async ({ load }) => {
    const set = await load();
    const train = examples(set, "train");
    const test = examples(set, "test");
    const right = test.filter(([x, y, label]) => nearest(train, x, y) === label).length;
    expect(right / test.length).toBeGreaterThan(0.97);
  },
);

type Example = [x: number, y: number, label: number];

function examples({ inputs, labels, parts }: Dataset, part: "train" | "test"): Example[] {
  return Array.from(parts[part], (row) => [inputs[2 * row]!, inputs[2 * row + 1]!, labels![row]!]);
}

function nearest(train: readonly Example[], x: number, y: number): number {
  const distance = ([a, b]: Example) => (a - x) ** 2 + (b - y) ** 2;
  return train.reduce((best, example) => (distance(example) < distance(best) ? example : best))[2];
}
