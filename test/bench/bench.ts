/**
 * `npm run bench`: every part of the benchmark, or those that are named, each in a process of its own; then each goal beside
 * what was measured. `--quick` takes about five minutes in all, `--smallest` some seconds: it only shows that every part works.
 * `--write` renews RESULTS.md, and with it README.md and docs/explanation/speed.md; parts that were not run keep their results. `--json FILE` writes all figures.
 * @module
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { scriptCommand } from "./commands.ts";
import { machineText } from "./machine.ts";
import { missingFor, type MeasuredPart } from "./measure-part.ts";
import type { Size } from "./part.ts";
import { isPartName, PART_NAMES, PARTS, type PartName } from "./parts.ts";
import { quoteSummary, quoteTables } from "./quote-results.ts";
import { currentCommit, goalsText, readResults, resultsText, type Section } from "./results-text.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const PART_PROCESS = new URL("part-process.ts", import.meta.url);
const RESULTS = new URL("RESULTS.md", import.meta.url);
const README = new URL("../../README.md", import.meta.url);
const SPEED = new URL("../../docs/explanation/speed.md", import.meta.url);

/** What this run knows of a part: what it measured, why it was left out, or that it failed. */
type Outcome = MeasuredPart | { readonly skipped: string } | { readonly failed: number | null };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    smallest: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const unknown = positionals.filter((name) => !isPartName(name));
if (unknown.length > 0) {
  const list = PART_NAMES.map((name) => `  ${name.padEnd(12)}${PARTS[name].what}`).join("\n");
  console.error(`Unknown part: ${unknown.join(", ")}. The parts are\n${list}`);
  process.exitCode = 2;
} else {
  const names = PART_NAMES.filter((name) => positionals.length === 0 || positionals.includes(name));
  await run(names, options.smallest ? "smallest" : options.quick ? "quick" : "full");
}

async function run(names: readonly PartName[], size: Size): Promise<void> {
  const outcomes: Partial<Record<PartName, Outcome>> = {};
  for (const name of names) {
    const start = performance.now();
    const outcome = await measureAlone(name, size);
    outcomes[name] = outcome;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`\n# ${name}: ${PARTS[name].what} (${seconds} s)\n\n${outcomeText(outcome)}`);
    if ("failed" in outcome) process.exitCode = 1;
  }
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(outcomes, null, 2));
  if (size !== "smallest") conclude(outcomes, size);
}

function outcomeText(outcome: Outcome): string {
  if ("text" in outcome) return outcome.text;
  return "skipped" in outcome ? `skipped: ${outcome.skipped}` : `failed: exit code ${outcome.failed}`;
}

/** Shows the goals: what this run has not measured is as RESULTS.md has it. */
function conclude(outcomes: Partial<Record<PartName, Outcome>>, size: Size): void {
  const { commit, date } = currentCommit();
  const machine = `${machineText()}${size === "quick" ? ", quick form" : ""}`;
  const renewed = Object.entries(outcomes).flatMap(([name, outcome]): [string, Section][] =>
    "text" in outcome ? [[name, { ...outcome, stamp: { commit, date, machine } }]] : [],
  );
  const sections = { ...readResults(readFileSync(RESULTS, "utf8")), ...Object.fromEntries(renewed) };
  console.log(`\n${goalsText(sections)}`);
  if (!options.write) return;
  writeFileSync(RESULTS, resultsText(sections, commit));
  writeFileSync(README, quoteSummary(readFileSync(README, "utf8"), sections));
  writeFileSync(SPEED, quoteTables(readFileSync(SPEED, "utf8"), sections));
}

async function measureAlone(name: PartName, size: Size): Promise<Outcome> {
  const missing = missingFor(name, size);
  if (missing.length > 0) return { skipped: `no ${missing.join(", no ")}` };
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, "part.json");
    const [program, ...args] = scriptCommand(PART_PROCESS, name, size, file);
    const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
    const failed = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return failed === 0 ? (JSON.parse(readFileSync(file, "utf8")) as MeasuredPart) : { failed };
  });
}
