import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasMnist } from "./data.ts";
import { peerEnvironment, python } from "./peer-process.ts";

/** What a part or a peer may need beside Node, and how this machine is asked for it. */
const FINDERS = {
  MNIST: () => hasMnist,
  "redis-server": () => answers("redis-server", "--version"),
  cc: () => answers(process.env["CC"] ?? "cc", "--version"),
  numpy: () => hasPython("numpy, scipy"),
  sklearn: () => hasPython("sklearn, joblib"),
  torch: () => hasPython("torch"),
  numba: () => hasPython("numba"),
  "TensorFlow.js": hasTensorFlow,
  "public tables": () => existsSync(PUBLIC_TABLES),
} satisfies Record<string, () => boolean>;

export type Tool = keyof typeof FINDERS;

/** Where the public tables lie once they are fetched. */
export const PUBLIC_TABLES: string =
  process.env["PUBLIC_TABLES"] ?? join(tmpdir(), "gridient-bench", "public-tables");

/** Where peers/setup.sh puts libraries for Node. */
export const PEER_MODULES: string = join(tmpdir(), "gridient-peers/");

/** Of them, those that only files which somebody has fetched can be: no smallest form needs them. */
export const DATA: readonly Tool[] = ["MNIST", "public tables"];

/** Returns those that this machine lacks. */
export function missingTools(tools: readonly Tool[]): Tool[] {
  return tools.filter((tool) => !FINDERS[tool]());
}

function answers(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

/** Looks for packages without loading them, which may take seconds. */
function hasPython(modules: string): boolean {
  const names = modules.split(", ");
  const code = `import sys, importlib.util as u; sys.exit(any(u.find_spec(n) is None for n in ${JSON.stringify(names)}))`;
  return spawnSync(python(), ["-c", code], { env: peerEnvironment() }).status === 0;
}

function hasTensorFlow(): boolean {
  try {
    createRequire(PEER_MODULES).resolve("@tensorflow/tfjs");
    return true;
  } catch {
    return false;
  }
}
