/**
 * `npm run bench`: every part of the benchmark, or those that are named, then each goal beside what was measured. With
 * --quick a short form, with --write the results go to RESULTS.md, where parts that were not run keep theirs.
 * @module
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { GOALS } from "./goals.mjs";
import { readResults, resultsText, sectionText } from "./results-text.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const PARTS = "kernels optimizers peers sklearn public overhead planning reports tables fleet".split(" ");
const HERE = fileURLToPath(new URL("./", import.meta.url));
const RESULTS = join(HERE, "RESULTS.md");
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});

await inTemporaryFolder(async (folder) => {
  const measured = {};
  const outputs = {};
  for (const part of PARTS.filter((name) => positionals.length === 0 || positionals.includes(name))) {
    const json = join(folder, `${part}.json`);
    const { code, output } = await runPart(part, json);
    if (code !== 0) {
      process.exitCode = 1;
      continue; // what was measured before stays
    }
    outputs[part] = sectionText(output);
    if (existsSync(json)) measured[part] = JSON.parse(readFileSync(json, "utf8"));
  }
  const before = readResults(readFileSync(RESULTS, "utf8"));
  const goals = goalTable(measured, before.goals);
  console.log(`\n${goals}`);
  if (options.write) writeFileSync(RESULTS, resultsText(goals, PARTS, { ...before.parts, ...outputs }));
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

function goalTable(measured, before) {
  const lines = GOALS.map(({ what, least, reach, unit, measure }) => {
    const value = measure(measured) ?? before[what];
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
