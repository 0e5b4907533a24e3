import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import type { Size } from "./part.ts";

/** What figures depend on, in a line: the CPU's name, the number of its cores and the release of Node. */
export function machineText(): string {
  const cores = cpus();
  return `${cores.length} cores of "${cores[0]?.model.trim()}", ${process.platform}, Node ${process.version}`;
}

/**
 * Binds this process, its threads and the processes it will start to one core, where the system has taskset. Elsewhere
 * the scheduler may move them. The smallest form, whose figures mean nothing, shares its process with other parts.
 */
export function pinToOneCore(size: Size): boolean {
  if (size === "smallest") return false;
  return spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", "0", String(process.pid)]).status === 0;
}
