import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadDataset } from "../../../src/data/load-dataset.ts";
import { recipeDigest } from "../../../src/data/recipe-digest.ts";
import { sameData } from "../../../src/data/same-data.ts";
import type { TableOptions } from "../../../src/data/table/table-options.ts";
import { recipeOf, TABLES, tableOf } from "./read-text.ts";

const CONTEXT = { dataDir: undefined, cacheDir: "", folder: TABLES };
const TEXT = "x,colour,y\n1,red,a\n2,blue,b\n3,red,a\n4,blue,b\n5,green,a\n";
const IN_ORDER = { split: "ordered", validationShare: 0, testShare: 0.2 } as const;

describe("a table", () => {
  test("becomes scaled numbers and one input for each category of the training part", async () => {
    const set = await loadDataset(tableOf(TEXT, { ...IN_ORDER, scaling: "minmax" }), CONTEXT);
    const third = Math.fround(1 / 3);
    const rows = [0, 0, 1, third, 1, 0, Math.fround(2 / 3), 0, 1, 1, 1, 0, Math.fround(4 / 3), 0, 0];
    expect([...set.inputs]).toEqual(rows); // green is unknown: no input of its own
    expect([...set.labels!]).toEqual([0, 1, 0, 1, 0]);
    expect(set).toMatchObject({ features: 3, target: { kind: "classes", count: 2, names: ["a", "b"] } });
    expect(Object.values(set.parts).map((part) => [...part])).toEqual([[0, 1, 2, 3], [], [4]]);
  });

  test("becomes numbers to predict, of one or several columns", async () => {
    const text = "x,u,v\n1,10,1\n2,20,5\n3,30,9\n4,90,7\n";
    const set = await loadDataset(
      tableOf(text, { ...IN_ORDER, targets: ["v", "u"], testShare: 0.25, targetScaling: "minmax" }),
      CONTEXT,
    );
    expect([...set.targets!]).toEqual([0, 0, 0.5, 0.5, 1, 1, 0.75, 4]);
    expect(set.target).toEqual({ kind: "numbers", count: 2, names: ["v", "u"], scales: [8, 20] });
    const columns = [
      { column: "v", center: 1, scale: 8 },
      { column: "u", center: 10, scale: 20 },
    ];
    expect(set.encoding?.target).toEqual({ kind: "numbers", columns });
  });

  test("leaves out rows that miss something, if it is told to", async () => {
    const text = "x,colour,y\n1,,a\n2,blue,b\n,red,a\n4,blue,\n5,red,a\n6,red,b\n7,blue,a\n";
    const { sizes, inputs } = await loadDataset(
      tableOf(text, { ...IN_ORDER, missing: "drop", scaling: "none", testShare: 0.25 }),
      CONTEXT,
    );
    expect(sizes).toEqual({ train: 3, validation: 0, test: 1 });
    expect([...inputs].filter((_, i) => i % 3 === 0)).toEqual([2, 5, 6, 7]);
  });

  test("is the same data wherever its file lies, and other data when its bytes or options are others", () => {
    const options = tableOf(TEXT, IN_ORDER);
    const moved = { ...options, path: "elsewhere" };
    const identityOf = (table: TableOptions) => sameData(table, () => recipeDigest(recipeOf(table)));
    const before = identityOf(options);
    renameSync(join(TABLES.path, options.path), join(TABLES.path, "elsewhere"));
    expect(recipeOf(moved)).not.toHaveProperty("path");
    expect(identityOf(moved)).toEqual(before);
    expect(identityOf({ ...moved, seed: 1 })).not.toEqual(before);
    writeFileSync(join(TABLES.path, "elsewhere"), TEXT.replace("3,red", "3,blue"));
    expect(identityOf(moved)).not.toEqual(before);
  });

  test("counts an unknown category as the one with the same meaning, in version 2 of the recipe", async () => {
    const [plain, other] = ["c,y\ntrue,a\nfalse,b\ntrue,a\nfalse,b\n", "True,a\n"];
    const options = tableOf(plain + other, IN_ORDER);
    const set = await loadDataset(options, CONTEXT);
    expect(set.inputs.slice(-2)).toEqual(Float32Array.of(0, 1));
    expect(recipeOf(options)).toMatchObject({ version: 2 });
    expect(recipeOf(tableOf(`${plain}maybe,a\n`, IN_ORDER))).toMatchObject({ version: 1 });
    expect(recipeOf(tableOf(`${plain}maybe,a\n`, { ...IN_ORDER, rare: 2 }))).toMatchObject({ version: 1 });
  });
});
