/**
 * The command line as it is started in a repository: what is built is made current first, in a process of its own, if a
 * source has changed.
 * @module
 */
import { fileURLToPath } from "node:url";
import { isStamped } from "./stamps.mjs";

if (!isStamped()) await build();
await import("../../dist/program/cli.js");

async function build() {
  const { spawnSync } = await import("node:child_process");
  const script = fileURLToPath(new URL("build.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
