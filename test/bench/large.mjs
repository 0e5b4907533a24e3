/**
 * `npm run bench:large`: time, memory and files of commands on many trials, and on few trials of many epochs, as a table of
 * Markdown. `-- 20000 short` takes as many trials and leaves out the long ones; `-- 20000 short PROGRAM` runs another build's cli.js.
 * @module
 */
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureCommand } from "./measure-command.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const [trials = "20000", isLong = "long", program] = process.argv.slice(2);
const REPLICATES = 10;
const MANY = spec(Number(trials) / REPLICATES, "epochs: 10");
const LONG = spec(100, "epochs: 6000\nbatchSize: full");
const LIMIT = ["--limit", 100_000];
const COMMANDS = [
  ["sweep from nothing", ["sweep", "experiments/many.yaml", ...LIMIT]],
  ["sweep from the store", ["sweep", "experiments/many.yaml", ...LIMIT]],
  ["plan", ["plan", "experiments/many.yaml", ...LIMIT]],
  ["store ls", ["store", "ls", "experiments/many.yaml", ...LIMIT]],
  ["merge into nothing", ["merge", "results/.store", "--store", "other"]],
  ["show --trials", ["show", "many", "--trials"]],
];
const LONGEST = ["sweep of 1,000 trials x 6,000 epochs", ["sweep", "experiments/long.yaml"]];

console.log("| command | s CPU | s | MB | |\n| --- | --: | --: | --: | --- |");
inTemporaryFolder((folder) => {
  mkdirSync(join(folder, "experiments"));
  writeFileSync(join(folder, "experiments/many.yaml"), MANY);
  writeFileSync(join(folder, "experiments/long.yaml"), LONG);
  for (const [name, args] of isLong === "long" ? [...COMMANDS, LONGEST] : COMMANDS)
    console.log(row(folder, name, args));
});

function row(folder, name, args) {
  const { status, cpu, seconds, megabytes } = measureCommand(folder, args, program ? { program } : {});
  const cells = [
    name,
    cpu.toFixed(1),
    seconds.toFixed(1),
    Math.round(megabytes),
    noteOf(folder, name, status),
  ];
  rmSync(join(folder, "other"), { recursive: true, force: true });
  return `| ${cells.join(" | ")} |`;
}

function noteOf(folder, name, status) {
  if (status !== 0) return `exit code ${status}`;
  if (!name.startsWith("sweep")) return "";
  const results = join(folder, "results", name.includes("epochs") ? "long" : "many");
  const megabytes = (file) => `${file} ${(size(join(results, file)) / 1e6).toFixed(1)} MB`;
  return [megabytes("report.html"), megabytes("epochs.csv")].join(", ");
}

function size(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function spec(settings, rest) {
  const last = (1 + (settings - 1) / 10_000).toFixed(4);
  const eta = `{range: {from: 1, to: ${last}, step: 0.0001}}`;
  return `dataset: xor\narchitecture: {hidden: [2]}\neta: ${eta}\n${rest}\nreplicates: ${REPLICATES}\n`;
}
