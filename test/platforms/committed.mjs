import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * An experiment of which results are committed.
 * @typedef {object} Committed
 * @property {string} name
 * @property {string} spec Path of its file.
 * @property {boolean} isLocal Whether its data need no download.
 * @property {boolean} isProgram Whether it runs programs.
 * @property {string} [missing] What it needs, by a line such as `# needs python3 with numpy`, and this machine does not have.
 */

/**
 * Returns every experiment of which git has results, in the order of their names.
 * @returns {Committed[]}
 * @throws {Error} If results have lost their experiment, or there are none at all.
 */
export function committedExperiments(folder = root) {
  const files = run("git", ["ls-files", "results"], folder).split("\n");
  const names = files.flatMap((file) => /^results\/(.+)\/trials\.csv$/.exec(file)?.[1] ?? []);
  if (names.length === 0) throw new Error(`No results are committed in ${folder}`);
  return names.map((name) => {
    const spec = join("experiments", `${name}.yaml`);
    if (!existsSync(join(folder, spec)))
      throw new Error(`results/${name} has no experiment: ${spec} not found`);
    const text = readFileSync(join(folder, spec), "utf8");
    return {
      name,
      spec,
      isLocal: !/\bmnist\b/.test(text),
      isProgram: /^kind: program$/m.test(text),
      missing: missingFor(text),
    };
  });
}

function missingFor(text) {
  const [, program, modules] = /^# needs (python3) with ([\w, ]+)$/m.exec(text) ?? [];
  if (program === undefined) return undefined;
  const { status } = spawnSync(program, ["-c", `import ${modules}`], { stdio: "ignore" });
  return status === 0 ? undefined : `${program} with ${modules}`;
}

/** Returns what a program prints. @throws {Error} If it fails, with all that it said. */
export function run(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${stdout ?? ""}${stderr ?? ""}${error ?? ""}`);
  return stdout;
}
