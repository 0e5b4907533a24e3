import { rmSync } from "node:fs";
import { join } from "node:path";
import { committedExperiments, run } from "./committed.mjs";
import { root } from "./root.mjs";

/**
 * Makes a clone of what is committed. Returns the experiments in it that need no download and have results. Programs are
 * left out: an emulator does not run what they start.
 */
export function cloneInto(folder) {
  run("git", ["clone", "-q", root, folder], root);
  return committedExperiments(folder).flatMap(({ spec, isLocal, isProgram }) =>
    isLocal && !isProgram ? spec : [],
  );
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
