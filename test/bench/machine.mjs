import { spawnSync } from "node:child_process";
import { cpus } from "node:os";

/** Returns what figures depend on: the CPU's name, the number of its cores and the release of Node. */
export function describeMachine() {
  const cores = cpus();
  return {
    cpu: cores[0].model.trim(),
    cores: cores.length,
    node: process.version,
    platform: process.platform,
  };
}

/**
 * Binds this process, its threads and the processes it will start to one core, where the system has taskset.
 * @returns {boolean} False where it has not: the scheduler may then move them.
 */
export function pinToOneCore() {
  return spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", "0", String(process.pid)]).status === 0;
}
