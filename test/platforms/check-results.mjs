/**
 * Regenerates committed results from nothing and compares them byte for byte: what CI asks. Exit code 1 if one differs.
 * @module
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.mjs";

const EXPERIMENTS = ["xor", "lr", "hidden"];

const store = mkdtempSync(join(tmpdir(), "gridient-check-"));
const specs = EXPERIMENTS.map((name) => join("experiments", `${name}.yaml`));
const cli = join(root, "dist", "cli.js");
const { status } = spawnSync(process.execPath, [cli, "sweep", "--check", "--store", store, ...specs], {
  cwd: root,
  stdio: "inherit",
});
rmSync(store, { recursive: true });
process.exitCode = status ?? 1;
