/**
 * `npm run bench`: every part of the benchmark, then each goal beside what was measured. With --quick a short form,
 * with --write the results go to RESULTS.md.
 * @module
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { GOALS } from "./goals.mjs";
import { resultsText } from "./results-text.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const PARTS = ["kernels", "optimizers", "peers", "overhead", "planning", "reports"];
const HERE = fileURLToPath(new URL("./", import.meta.url));
const { values: options } = parseArgs({
  options: { quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});

await inTemporaryFolder(async (folder) => {
  const measured = {};
  const outputs = [];
  for (const part of PARTS) {
    const json = join(folder, `${part}.json`);
    const { code, output } = await runPart(part, json);
    outputs.push({ part, output });
    if (code === 0) measured[part] = JSON.parse(readFileSync(json, "utf8"));
  }
  const goals = goalTable(measured);
  console.log(`\n${goals}`);
  if (options.write) writeFileSync(join(HERE, "RESULTS.md"), resultsText(goals, outputs, options));
});

/** Runs a part, shows what it prints and returns it. */
function runPart(part, json) {
  const args = [join(HERE, `${part}.mjs`), "--json", json, ...(options.quick ? ["--quick"] : [])];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (text) => {
    process.stdout.write(text);
    output += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

function goalTable(measured) {
  const lines = GOALS.map(({ what, least, reach, unit, measure }) => {
    const value = measure(measured);
    return [
      what,
      ...[value, least, reach].map((number) => numberText(number, unit)),
      verdict(value, least, reach, unit),
    ];
  });
  const head = ["goal", "measured", "at least", "reach for", ""];
  return plainTable([head, ...lines], ["left", "right", "right", "right", "left"]);
}

function numberText(number, unit) {
  return number === undefined ? "" : `${Number(number.toPrecision(3))} ${unit}`;
}

function verdict(value, least, reach, unit) {
  if (value === undefined) return "not measured";
  const isMet = (goal) => (unit === "x" ? value >= goal : value <= goal);
  if (!isMet(least)) return "missed";
  return isMet(reach) ? "reached" : "met";
}
