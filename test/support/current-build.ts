import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isStamped } from "../../src/build/stamps.cjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds what tests import and run, where a source has changed since it was built. @throws {Error} If the build fails. */
export function setup(): void {
  if (isStamped()) return;
  const { status } = spawnSync("npm", ["run", "-s", "build"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The build failed");
}
