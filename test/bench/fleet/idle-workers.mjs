/**
 * `node idle-workers.mjs URL COUNT FOLDER`: so many workers in one process, for which there is no work. Says "ready" when
 * all of them have joined, and goes on until it is killed.
 * @module
 */
import { setMaxListeners } from "node:events";
import { joinFleet } from "../../../dist/fleet/worker/run-worker.js";
import { connect } from "../../../dist/fleet/connection.js";

const [url, count, folder] = process.argv.slice(2);
const { signal } = new AbortController();
setMaxListeners(0, signal);
const runner = { width: 1 };
const load = { dataDir: folder, cacheDir: folder };

for (let i = 0; i < Number(count); i++) {
  const options = { url, name: `idle-${i}`, threads: 1, patience: 30, load, signal, tell() {} };
  void joinFleet(
    { ...options, now: () => performance.now(), date: () => Date.now() },
    await connect(url),
    runner,
  );
}
console.log("ready");
