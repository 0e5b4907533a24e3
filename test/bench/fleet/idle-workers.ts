/**
 * So many workers in one process, for which there is no work: idle-workers.ts URL COUNT FOLDER. Says "ready" when all of
 * them have joined, and goes on until it is killed.
 * @module
 */
import { setMaxListeners } from "node:events";
import { performance } from "node:perf_hooks";
import { connect } from "../../../src/fleet/connection.ts";
import { joinFleet } from "../../../src/fleet/worker/run-worker.ts";

const [url = "", count, folder = ""] = process.argv.slice(2);
const { signal } = new AbortController();
setMaxListeners(0, signal);
/** Never asked to run anything. */
const runner = {
  width: 1,
  run: () => Promise.reject(new Error("There is no work")),
  close: () => Promise.resolve(),
};
const load = { dataDir: folder, cacheDir: folder };

for (let i = 0; i < Number(count); i++) {
  const options = { url, name: `idle-${i}`, threads: 1, patience: 30, load, signal, notify() {} };
  const clock = { now: () => performance.now(), date: () => Date.now() };
  void joinFleet({ ...options, ...clock }, await connect(url), runner);
}
console.log("ready");
