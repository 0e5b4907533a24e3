import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** Makes a clone of what is committed. Returns the experiments in it that need no download and have results. */
export function cloneInto(folder) {
  run("git", ["clone", "-q", root, folder]);
  const files = readdirSync(join(folder, "experiments")).filter((file) => file.endsWith(".yaml"));
  const isLocal = (file) => !/\bmnist\b/.test(readFileSync(join(folder, "experiments", file), "utf8"));
  const committed = run("git", ["ls-files", "results"], folder);
  return files
    .filter(
      (file) => isLocal(file) && committed.includes(`results/${file.replace(/\.yaml$/, "")}/trials.csv`),
    )
    .map((file) => `experiments/${file}`);
}

/**
 * Trains every trial of some experiments of a clone from nothing, writes their results, checks them and asks git whether
 * one of their files has changed.
 * @param {string[]} command What runs a JavaScript file: a Node, or an emulator and its Node.
 * @throws {Error} If a byte differs; the message is what the commands say of it.
 */
export function regenerate([program, ...args], specs, clone) {
  const cli = [...args, join(root, "dist/program/cli.js"), "sweep"];
  rmSync(join(clone, "results/.store"), { recursive: true, force: true });
  try {
    run(program, [...cli, ...specs], clone);
    run(program, [...cli, "--check", ...specs], clone);
    const changed = run("git", ["status", "--porcelain", "results"], clone);
    if (changed !== "") throw new Error(`git status --porcelain results\n${changed}`);
  } finally {
    run("git", ["reset", "-q", "--hard"], clone);
    run("git", ["clean", "-qfd", "results"], clone);
  }
}

/** Returns what a program prints. @throws {Error} If it fails, with all that it said. */
function run(program, args, cwd = root) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${stdout ?? ""}${stderr ?? ""}${error ?? ""}`);
  return stdout;
}
