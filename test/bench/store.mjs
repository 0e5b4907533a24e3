/**
 * `npm run bench:store`: how listing, cleaning, checking and table building grow from 10,000 to 100,000 records, which
 * are copies of a trained one under the ids of a plan. CPU time and highest memory of each command.
 * @module
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { readExperiment } from "../../dist/spec/experiment/read-experiment.js";
import { encodeRecord } from "../../dist/store/record-text.js";
import { recordFile } from "../../dist/store/store-paths.js";
import { planTrials } from "../../dist/trials/plan.js";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const FILE = "experiments/many.yaml";
const LIMIT = 100_000;
const REPLICATES = 10;
const COMMANDS = [
  ["store", "ls", FILE, "--limit", LIMIT],
  ["store", "gc", FILE, "--limit", LIMIT],
  ["store", "verify"],
  ["sweep", FILE, "--limit", LIMIT],
];
/** Prints a process's own figures at its end: `time` is not everywhere. */
const PROBE = `process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require("node:fs").writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
});`;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const rows = sizes.flatMap((records) => inTemporaryFolder((folder) => measureAll(folder, records)));
const headings = ["records", "command", "s CPU", "MB"];
console.log(
  plainTable(
    [headings, ...rows],
    headings.map((_, i) => (i === 1 ? "left" : "right")),
  ),
);

function measureAll(folder, records) {
  fillStore(folder, records);
  return COMMANDS.map((args) => [records, args.slice(0, 2).join(" "), ...measure(folder, args)]);
}

/** Trains one trial, and writes its record under the id of every trial of a large plan. */
function fillStore(folder, records) {
  const store = join(folder, "results", ".store");
  mkdirSync(join(folder, "experiments"));
  writeFileSync(join(folder, FILE), spec("1", 1));
  measure(folder, ["sweep", FILE]);
  const [trained] = planOf(spec("1", 1));
  const { record } = JSON.parse(readFileSync(recordFile(store, trained.id), "utf8"));
  const last = (1 + (records / REPLICATES - 1) / 10_000).toFixed(4);
  const many = spec(`{range: {from: 1, to: ${last}, step: 0.0001}}`, REPLICATES);
  for (const { id, configuration, replicate } of planOf(many)) {
    const file = recordFile(store, id);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, encodeRecord({ kept: "none", record: { ...record, id, configuration, replicate } }));
  }
  writeFileSync(join(folder, FILE), many);
}

function spec(eta, replicates) {
  return `dataset: xor\narchitecture: {hidden: [2]}\neta: ${eta}\nepochs: 10\nreplicates: ${replicates}\n`;
}

function planOf(text) {
  return planTrials(readExperiment(text, FILE, { limit: LIMIT }).experiment).trials;
}

function measure(cwd, args) {
  const probe = join(cwd, "probe.cjs");
  writeFileSync(probe, PROBE);
  const { output, status } = spawnSync(process.execPath, ["--require", probe, CLI, ...args.map(String)], {
    cwd,
    stdio: ["ignore", "ignore", "inherit", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`gridient ${args.join(" ")} ended with ${status}`);
  const [seconds, megabytes] = JSON.parse(output[3]);
  return [seconds.toFixed(1), Math.round(megabytes)];
}
