/**
 * Regenerates committed results from nothing. Exit code 1, and the differences, if a byte of `results/` changes.
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, sweep } from "./sweep.mjs";

const EXPERIMENTS = ["xor", "lr", "hidden"];

const specs = EXPERIMENTS.map((name) => join(root, "experiments", `${name}.yaml`)).filter(existsSync);
const { ok, log } = sweep([process.execPath], specs, join(root, "results"));
console.log(log);
const changed = git("status", "--porcelain", "results");
if (changed) console.log(`results/ changed:\n${changed}${git("diff", "--", "results")}`);
else if (ok) console.log("results/ is as committed, to the byte");
process.exitCode = ok && !changed ? 0 : 1;

function git(...args) {
  return spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout;
}
