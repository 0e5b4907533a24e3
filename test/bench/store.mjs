/**
 * `npm run bench:store`: how training into the store, listing, cleaning, checking and table building grow from 10,000 to
 * 100,000 records, each of a trial that was trained for it. CPU time and highest memory of each command.
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { measureCommand } from "./measure-command.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const FILE = "experiments/many.yaml";
const LIMIT = 100_000;
const REPLICATES = 10;
const SWEEP = ["sweep", FILE, "--limit", LIMIT];
const COMMANDS = [
  ["sweep from nothing", SWEEP],
  ["store ls", ["store", "ls", FILE, "--limit", LIMIT]],
  ["store gc", ["store", "gc", FILE, "--limit", LIMIT]],
  ["store verify", ["store", "verify"]],
  ["plan", ["plan", FILE, "--limit", LIMIT]],
  ["sweep from the store", SWEEP],
  ["sweep --check", [...SWEEP, "--check"]],
];

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const rows = sizes.flatMap((records) => inTemporaryFolder((folder) => measureAll(folder, records)));
const headings = ["records", "command", "s CPU", "s", "MB"];
console.log(
  plainTable(
    [headings, ...rows],
    headings.map((_, i) => (i === 1 ? "left" : "right")),
  ),
);

function measureAll(folder, records) {
  mkdirSync(join(folder, "experiments"));
  writeFileSync(join(folder, FILE), spec(records));
  return COMMANDS.map(([name, args]) => [records, name, ...measure(folder, args)]);
}

function spec(records) {
  const last = (1 + (records / REPLICATES - 1) / 10_000).toFixed(4);
  const eta = `{range: {from: 1, to: ${last}, step: 0.0001}}`;
  return `dataset: xor\narchitecture: {hidden: [2]}\neta: ${eta}\nepochs: 10\nreplicates: ${REPLICATES}\n`;
}

function measure(cwd, args) {
  const { status, stderr, cpu, seconds, megabytes } = measureCommand(cwd, args);
  if (status !== 0) throw new Error(`gridient ${args.join(" ")} ended with ${status}: ${stderr}`);
  return [cpu.toFixed(1), seconds.toFixed(1), Math.round(megabytes)];
}
