import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { IS_LONG } from "../support/long-form.ts";
import { regretAfter, type Search } from "../support/search-regret.ts";
import { TEST_FUNCTIONS } from "../support/test-functions.ts";

const COUNTS = [50, 100, 200];
const SEEDS = 30;
interface Method {
  readonly name: string;
  readonly search: Search;
  readonly firstSeed: number;
}
const METHODS: readonly Method[] = [
  { name: "random", search: "random", firstSeed: 0 },
  { name: "sobol", search: "sobol", firstSeed: 0 },
  { name: "tpe, generations of 8", search: { generation: 8 }, firstSeed: 0 },
  // The constants of TPE were chosen with the seeds above.
  { name: "tpe, generations of 8, other seeds", search: { generation: 8 }, firstSeed: 1000 },
  { name: "tpe, generations of 1", search: { generation: 1 }, firstSeed: 0 },
];
/** What test/vectors/optuna/make.py prints. */
const OPTUNA = JSON.parse(
  readFileSync(new URL("../vectors/optuna/optuna.json", import.meta.url), "utf8"),
) as {
  readonly optuna: string;
  readonly rows: readonly {
    readonly function: string;
    readonly sampler: string;
    readonly medians: number[];
  }[];
};

/** The cells of each row of the page's table, by function and method. */
const PAGE = new Map(
  readFileSync(new URL("../../docs/explanation/search.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", method = "", ...cells]) => [`${name}, ${method}`, cells.slice(0, 3)]),
);

function cellsOf(medians: readonly number[]): string[] {
  return medians.map((median) => String(Number(median.toPrecision(3))));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

describe("the table of regrets in docs/explanation/search.md", () => {
  const rows = TEST_FUNCTIONS.flatMap((own) =>
    METHODS.map((method) => ({ own, ...method, label: own.name })),
  );
  it.each(rows.filter(({ search, label }) => IS_LONG || typeof search === "string" || label === "Branin"))(
    "is what $name finds on $label",
    { timeout: 600_000 },
    ({ own, name, search, firstSeed, label }) => {
      const runs = Array.from({ length: SEEDS }, (_, i) => {
        return regretAfter(own, search, firstSeed + i, COUNTS);
      });
      const medians = COUNTS.map((_, i) => median(runs.map((run) => run[i]!)));
      expect(PAGE.get(`${label}, ${name}`)).toEqual(cellsOf(medians));
    },
  );

  it.each(OPTUNA.rows)(
    "has what Optuna's $sampler finds on $function",
    ({ function: label, sampler, medians }) => {
      expect(PAGE.get(`${label}, Optuna ${OPTUNA.optuna}: ${sampler}`)).toEqual(cellsOf(medians));
    },
  );

  it.each(TEST_FUNCTIONS)(
    "shows that TPE is at least as good as Optuna's on $name after 100 and 200",
    ({ name }) => {
      const own = PAGE.get(`${name}, tpe, generations of 8`)!.map(Number);
      for (const { medians } of OPTUNA.rows.filter((row) => row.function === name)) {
        expect(own[1]).toBeLessThanOrEqual(medians[1]!);
        expect(own[2]).toBeLessThanOrEqual(medians[2]!);
      }
    },
  );
});
