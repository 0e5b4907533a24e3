/**
 * `npm run bench:large`: time, memory and files of commands on many trials, and on few trials of many epochs, as a table of
 * Markdown. `-- 20000 short` takes as many trials and leaves out the long ones; `-- 20000 short PROGRAM` runs another build's cli.js.
 * More than 20,000 trials have one epoch each. `GRIDIENT_LARGE=FOLDER` keeps the trials in a folder: made once, measured often.
 * @module
 */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureCommand, measureView } from "./measure-command.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const [trials = "20000", isLong = "long", program] = process.argv.slice(2);
const REPLICATES = 10;
const MANY = spec(Number(trials) / REPLICATES, `epochs: ${Number(trials) > 20_000 ? 1 : 10}`);
const LONG = spec(100, "epochs: 6000\nbatchSize: full");
const LIMIT = ["--limit", 100_000];
const COMMANDS = [
  ["sweep from nothing", ["sweep", "experiments/many.yaml", ...LIMIT]],
  ["sweep from the store", ["sweep", "experiments/many.yaml", ...LIMIT]],
  ["plan", ["plan", "experiments/many.yaml", ...LIMIT]],
  ["store ls", ["store", "ls", "experiments/many.yaml", ...LIMIT]],
  ["merge into nothing", ["merge", "results/.store", "--store", "other"]],
  ["show --trials", ["show", "many", "--trials"]],
  ["view: list and page", ["view"]],
];
const LONGEST = ["sweep of 1,000 trials x 6,000 epochs", ["sweep", "experiments/long.yaml"]];
const options = program ? { program } : {};

console.log("| command | s CPU | s | MB | |\n| --- | --: | --: | --: | --- |");
const kept = process.env.GRIDIENT_LARGE;
await (kept ? measureAll(kept) : inTemporaryFolder(measureAll));

async function measureAll(folder) {
  mkdirSync(join(folder, "experiments"), { recursive: true });
  writeFileSync(join(folder, "experiments/many.yaml"), MANY);
  writeFileSync(join(folder, "experiments/long.yaml"), LONG);
  const commands = existsSync(join(folder, "results/many")) ? COMMANDS.slice(1) : COMMANDS;
  for (const [name, args] of isLong === "long" ? [...commands, LONGEST] : commands)
    console.log(await row(folder, name, args));
}

async function row(folder, name, args) {
  const isView = args[0] === "view";
  const { status, cpu, seconds, megabytes } = await (isView
    ? measureView(folder, "many", options)
    : measureCommand(folder, args, options));
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
