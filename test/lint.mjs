/**
 * Checks format, lint and types at once: each takes one core for a while. Ends with 1 if one of them finds something.
 * @module
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const CHECKS = [
  ["oxfmt", "--check"],
  ["oxlint", "--type-aware", "--deny-warnings"],
  ["typescript", "-p", "test"],
];
const require = createRequire(import.meta.url);

/** Returns the program of a package, the one named after it if there are several. */
function programOf(name) {
  const file = require.resolve(`${name}/package.json`);
  const { bin } = require(file);
  return join(dirname(file), typeof bin === "string" ? bin : (bin[name] ?? bin.tsc));
}

function run([name, ...options]) {
  return new Promise((resolve) => {
    const check = spawn(process.execPath, [programOf(name), ...options], { stdio: "inherit" });
    check.on("close", (code) => resolve(code === 0));
  });
}

const results = await Promise.all(CHECKS.map(run));
process.exitCode = results.every(Boolean) ? 0 : 1;
