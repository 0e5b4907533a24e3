import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CLI, timeCommand } from "../commands.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

const SPEC = fileURLToPath(new URL("../../../experiments/lr.yaml", import.meta.url));
const LOADED_MODULES = new URL("../../support/loaded-modules.mjs", import.meta.url).href;

/** Least milliseconds of `validate`, from the start of its process to its exit, and what it loads. */
export interface ValidateTime {
  readonly milliseconds: number;
  readonly modules: number;
  readonly kilobytes: number;
}

export function measureValidate(repeats: number): Promise<ValidateTime> {
  return inTemporaryFolder(async (cwd) => {
    const times = [];
    for (let i = 0; i < repeats; i++)
      times.push((await timeCommand([process.execPath, CLI, "validate", SPEC], { cwd })).seconds);
    const note = join(cwd, "loaded.json");
    const env = { ...process.env, GRIDIENT_LOADED: note };
    await timeCommand([process.execPath, "--import", LOADED_MODULES, CLI, "validate", SPEC], { cwd, env });
    const { files } = JSON.parse(readFileSync(note, "utf8")) as { readonly files: readonly string[] };
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    return {
      milliseconds: 1000 * Math.min(...times),
      modules: files.length,
      kilobytes: Math.round(bytes / 1000),
    };
  });
}
