import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { statistics } from "../../src/math/statistics.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const rows: Record<string, string>[] = parse(read("results/mnist-overfitting/trials.csv"), { columns: true });

/** As published: fig/overfitting.json, overfitting_full.json, regularized.json, regularized_full.json of the book. */
const PUBLISHED = [
  { variant: "few", l2: "0", metric: "testAccuracy", value: 0.8223 },
  { variant: "few", l2: "0", metric: "trainCost", value: 0.0042016 },
  { variant: "few", l2: "0.1", metric: "testAccuracy", value: 0.8695 },
  { variant: "few", l2: "0.1", metric: "trainCost", value: 0.11539 },
  { variant: "all", l2: "0", metric: "testAccuracy", value: 0.9531 },
  { variant: "all", l2: "0", metric: "trainAccuracy", value: 0.97864 },
  { variant: "all", l2: "0", metric: "trainCost", value: 0.17218 },
  { variant: "all", l2: "5", metric: "testAccuracy", value: 0.9561 },
  { variant: "all", l2: "5", metric: "trainAccuracy", value: 0.9647 },
  { variant: "all", l2: "5", metric: "trainCost", value: 0.39226 },
];

describe("the published over-fitting, as committed", () => {
  it.each(PUBLISHED)(
    "$variant images, l2 $l2: $metric within 3 standard deviations of $value",
    (published) => {
      const { variant, l2, metric, value } = published;
      const own = rows.filter((row) => row["variant"] === variant && row["optimizer.l2"] === l2);
      const { n, mean, sd } = statistics(own.map((row) => Number(row[metric])));
      expect(n).toBe(5);
      expect(Math.abs(mean! - value)).toBeLessThanOrEqual(3 * sd!);
    },
  );
});
