/**
 * `npm run test:system`: what depends on the operating system, by the package as it is installed. A project in a folder with
 * blanks and letters beyond ASCII; the same bytes as the committed results, also from a file with other line ends and by a
 * path with the system's separators; a sweep that is interrupted and resumed; results replaced while a program has one of
 * their files open. CI runs it on Windows and macOS, where the tests, which need the shells and signals of Linux, do not run.
 * @module
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.mjs";

const LONG =
  "dataset: moons\narchitecture: {hidden: [30]}\neta: [0.01, 0.1, 1]\nepochs: 400\nreplicates: 4\n";
const temporary = mkdtempSync(join(tmpdir(), "gridient system é "));
const project = join(temporary, "my project");

try {
  install();
  cpSync(join(root, "experiments/xor.yaml"), join(project, "experiments/xor.yaml"));
  step("the committed bytes", () => {
    gridient("sweep", join("experiments", "xor.yaml"), "--quiet");
    sameAsCommitted();
  });
  step("the same bytes from a file with other line ends", () => {
    const file = join(project, "experiments/xor.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    gridient("sweep", "experiments/xor.yaml", "--quiet");
    sameAsCommitted();
    gridient("sweep", "--check", "experiments/xor.yaml");
    gridient("verify", "experiments/xor.yaml", "--sample", "3");
  });
  await stepLater("a sweep that is interrupted, and resumed", interrupted);
  step("results that are replaced while a program reads one of them", replacedWhileOpen);
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}

/** Packs this repository and installs it into a new project. */
function install() {
  const packed = npm(root, "pack", "--json", "--loglevel=error", "--pack-destination", temporary);
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf("[")));
  mkdirSync(join(project, "experiments"), { recursive: true });
  writeFileSync(join(project, "package.json"), '{"private": true}\n');
  npm(project, "install", "--no-audit", "--no-fund", "--loglevel=error", join(temporary, filename));
}

/** npm is a script of a shell on Windows; this is the JavaScript that it runs. */
function npm(cwd, ...args) {
  assert(process.env.npm_execpath, "start it with npm run");
  return run([process.env.npm_execpath, ...args], cwd);
}

function gridient(...args) {
  return run([join(project, "node_modules/gridient/dist/program/cli.js"), ...args], project);
}

function run(args, cwd) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: environment(),
  });
  assert.equal(status, 0, `${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** Without what this npm hands on to scripts: gridient would take it for options of its own. */
function environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!execpath)/i.test(name)));
}

function sameAsCommitted() {
  for (const name of ["trials.csv", "epochs.csv", "summary.json", "summary.md"])
    assert.equal(read(project, "xor", name), read(root, "xor", name), name);
}

function read(folder, experiment, name) {
  return readFileSync(join(folder, "results", experiment, name), "utf8");
}

/**
 * Windows has no signal that asks: there the process ends at once, as if it had been killed. The record of the first trial is
 * on the disk when the third one ends.
 */
async function interrupted() {
  writeFileSync(join(project, "experiments/long.yaml"), LONG);
  const cli = join(project, "node_modules/gridient/dist/program/cli.js");
  const args = [cli, "sweep", "experiments/long.yaml", "--json", "--workers", "1"];
  const child = spawn(process.execPath, args, { cwd: project, env: environment() });
  let printed = "";
  child.stdout.on("data", (piece) => {
    printed += piece;
    if (printed.split('"event":"trial"').length > 3 && !child.killed) child.kill("SIGINT");
  });
  const [code, signal] = await once(child, "exit");
  assert(code !== 0 || signal, "the sweep was interrupted");
  const again = gridient("sweep", "experiments/long.yaml", "--json");
  assert(/"stored":[1-9]/.test(again), "finished trials were kept");
  gridient("sweep", "--check", "experiments/long.yaml");
  return `exit code ${code ?? signal}`;
}

/** Windows may refuse to move a folder with an open file: then the old results must still be there, and whole. */
function replacedWhileOpen() {
  const before = read(project, "long", "trials.csv");
  writeFileSync(join(project, "experiments/long.yaml"), LONG.replace("400", "20"));
  const handle = openSync(join(project, "results/long/trials.csv"), "r");
  const cli = join(project, "node_modules/gridient/dist/program/cli.js");
  const args = [cli, "sweep", "experiments/long.yaml", "--quiet"];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: "utf8",
    env: environment(),
  });
  closeSync(handle);
  if (status !== 0) {
    assert.match(stderr, /Cannot write the results folder/);
    assert.equal(read(project, "long", "trials.csv"), before);
    gridient("sweep", "experiments/long.yaml", "--quiet");
  }
  assert.notEqual(read(project, "long", "trials.csv"), before);
  gridient("sweep", "--check", "experiments/long.yaml");
  return status === 0 ? "replaced" : "refused, the old ones kept, and replaced afterwards";
}

function step(name, work) {
  const found = work();
  console.log(`ok  ${name}${found === undefined ? "" : `: ${found}`}`);
}

async function stepLater(name, work) {
  const found = await work();
  console.log(`ok  ${name}: ${found}`);
}
