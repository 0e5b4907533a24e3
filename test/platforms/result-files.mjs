import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./sweep.mjs";

/** Facts about a run: they differ, and are not committed. */
const FACTS = ["timings.csv", "report.html"];

/** Returns the contents of the files of a results folder by their relative paths. */
export function readResults(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => !FACTS.includes(path));
  return readAll(
    folder,
    paths.filter((path) => statSync(join(folder, path)).isFile()),
  );
}

/** Returns the same of the files that are committed; none if the results of `name` are not. */
export function readCommitted(name) {
  const folder = join(root, "results", name);
  const options = { cwd: existsSync(folder) ? folder : root, encoding: "utf8" };
  const { stdout } = spawnSync("git", ["ls-files", "-z", folder], options);
  const paths = (stdout ?? "").split("\0").filter((path) => path !== "" && existsSync(join(folder, path)));
  return readAll(folder, paths);
}

/** Returns the paths whose contents differ, or which only one side has. */
export function differences(a, b) {
  const paths = [...new Set([...a.keys(), ...b.keys()])];
  const isSame = (path) => a.has(path) && b.has(path) && a.get(path).equals(b.get(path));
  return paths.filter((path) => !isSame(path));
}

function readAll(folder, paths) {
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
