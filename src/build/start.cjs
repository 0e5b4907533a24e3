/**
 * The command line as it is started in a repository: what is built is made current first, in a process of its own, if a
 * source has changed. A CommonJS module, as the bundles are: it starts sooner.
 */
const { isStamped } = require("./stamps.cjs");

if (!isStamped()) build();
require("../../dist/program/cli.js");

function build() {
  const { spawnSync } = require("node:child_process");
  const script = require.resolve("./build.mjs");
  const { status } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
