import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Dataset, PartSizes } from "../../../src/data/dataset.ts";
import { mnist, type MnistOptions } from "../../../src/data/mnist/mnist.ts";
import { recipeDigest } from "../../../src/data/recipe-digest.ts";
import { mnistFolder } from "../../support/mnist-folder.ts";
import { findPinned } from "../../../src/downloads/find-files.ts";

const DEFAULTS: MnistOptions = { name: "mnist", train: 60_000, validation: 0, test: 10_000 };
const UNUSED = join(tmpdir(), "gridient-unused");

test("mnist.facts() counts the examples", () => {
  const options: MnistOptions = { name: "mnist", train: 50_000, validation: 10_000, test: 9 };
  expect(mnist.facts(options)).toEqual({
    features: 784,
    target: { kind: "classes", count: 10 },
    sizes: { train: 50_000, validation: 10_000, test: 9 },
    image: [28, 28],
  });
});

test.each([
  [
    { train: 50_001, validation: 10_000 },
    "mnist has 60000 training and validation examples (60001 requested)",
  ],
  [{ test: 10_001 }, "mnist has 10000 test examples (10001 requested)"],
])("mnist.load() refuses to take more examples than there are: %o", async (options, message) => {
  const load = mnist.load({ ...DEFAULTS, ...options }, { dataDir: undefined, cacheDir: UNUSED, findPinned });
  await expect(load).rejects.toMatchObject({ code: "E_DATA", message: expect.stringContaining(message) });
});

test("mnist.recipe() has the digest that old records were stored under", () => {
  expect(recipeDigest(mnist.recipe(DEFAULTS))).toBe(
    "ea4730aa77acb47cd9f17155d348712765a48359e723c7ec056efa36e84cb826",
  );
  expect(recipeDigest(mnist.recipe({ ...DEFAULTS, train: 50_000, validation: 10_000 }))).toBe(
    "999937439f849a66a1036c18d73154da51e7de457592374b5d0a7e3ed7c301f0",
  );
});

const dataDir = mnistFolder();

test("mnistFolder() fails where a folder was promised that has no MNIST", () => {
  expect(mnistFolder({})).toBeUndefined();
  expect(() => mnistFolder({ GRIDIENT_DATA_DIR: UNUSED })).toThrow("must name a folder that holds mnist/");
});

describe.skipIf(dataDir === undefined)("with the real files", () => {
  let whole: Dataset;

  function load(options: Partial<PartSizes>): Promise<Dataset> {
    return mnist.load({ ...DEFAULTS, ...options }, { dataDir, cacheDir: UNUSED, findPinned });
  }

  beforeAll(async () => {
    whole = await load({});
  });

  test("mnist.load() returns the arrays that its recipe stands for", () => {
    expect(sha256(whole.inputs)).toBe("5b92582eb909c82a9bfefcd44acbe9233be3eb5b419a44cf211022ad2bf4bf96");
    expect(sha256(whole.labels!)).toBe("671ff9d70b4811116d55c3dd479efa7a981e2e62753ef7a6d5c15fea81e63d27");
  });

  test("mnist.load() returns 60,000 training and 10,000 test examples in file order", () => {
    const { inputs, labels, parts } = whole;
    expect(inputs).toHaveLength(70_000 * 784);
    expect([...labels!.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    expect([...labels!.subarray(60_000, 60_005)]).toEqual([7, 2, 1, 0, 4]);
    expect([parts.train.length, parts.validation.length, parts.test.length]).toEqual([60_000, 0, 10_000]);
    expect([parts.train[0], parts.train.at(-1), parts.test[0], parts.test.at(-1)]).toEqual([
      0, 59_999, 60_000, 69_999,
    ]);
  });

  test("mnist.load() takes the validation part behind the training part, and the first test images", async () => {
    const { inputs, labels, parts } = await load({ train: 100, validation: 20, test: 5 });
    expect(labels).toEqual(
      Uint8Array.of(...whole.labels!.subarray(0, 120), ...whole.labels!.subarray(60_000, 60_005)),
    );
    expect(inputs.subarray(0, 120 * 784)).toEqual(whole.inputs.subarray(0, 120 * 784));
    expect(inputs.subarray(120 * 784)).toEqual(whole.inputs.subarray(60_000 * 784, 60_005 * 784));
    expect([...parts.validation]).toEqual(Array.from({ length: 20 }, (_, i) => 100 + i));
    expect([...parts.test]).toEqual([120, 121, 122, 123, 124]);
  });
});

function sha256(values: Uint8Array | Float32Array): string {
  return createHash("sha256").update(values).digest("hex");
}
