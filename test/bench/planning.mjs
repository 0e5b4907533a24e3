/**
 * `npm run bench:planning`: what it costs to look before spending. Planning grids of up to 100,000 configurations, each
 * in a process of its own; checking one file; what `plan` predicts for every file in experiments/ beside what its
 * sweep takes; and the memory that it predicts for small and large networks, data and tables.
 * @module
 */
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { compareMemory } from "./planning/memory.mjs";
import { measurePlans } from "./planning/plans.mjs";
import { comparePredictions } from "./planning/predictions.mjs";
import { measureValidate } from "./planning/validate.mjs";

const { quick, json } = readOptions("planning");

const plans = measurePlans(quick ? [1000, 10_000] : [1000, 10_000, 100_000], quick ? 1 : 3);
print("Planning a grid: least of several processes", [
  ["configurations", "rules", "seconds", "CPU seconds", "MB"],
  ...plans.map(({ size, rules, wall, cpu, megabytes }) => [size, rules, wall, cpu, megabytes]),
]);

const validate = measureValidate(quick ? 3 : 9);
print("validate of one file, start to exit", Object.entries(validate));

const predictions = await comparePredictions(quick ? ["xor", "lr"] : undefined);
print("Seconds of a sweep from an empty store", [
  ["experiment", "predicted", "measured", "factor", "MB predicted", "MB measured", ""],
  ...predictions.map(({ name, predicted, measured, factor, megabytes, isCalm }) => {
    return [name, predicted, measured, factor, ...megabytes, isCalm ? "" : "disturbed"];
  }),
]);

const memory = compareMemory(quick);
print("MB of a sweep from an empty store", [
  ["experiment", "workers", "predicted", "measured", "factor"],
  ...memory.map(({ name, workers, predicted, measured, factor }) => {
    return [name, workers, Math.round(predicted), Math.round(measured), factor];
  }),
]);
writeJson(json, { part: "planning", machine: describeMachine(), plans, validate, predictions, memory });

function print(title, rows) {
  const text = (cell) =>
    typeof cell === "number" && !Number.isInteger(cell) ? cell.toPrecision(3) : String(cell);
  const sides = rows[0].map((_, i) => (i === 0 ? "left" : "right"));
  console.log(
    `${title}\n${plainTable(
      rows.map((row) => row.map(text)),
      sides,
    )}\n`,
  );
}
