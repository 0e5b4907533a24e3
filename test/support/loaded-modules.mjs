/**
 * Loaded by `node --import`: when the process ends it writes, as JSON to the file that GRIDIENT_LOADED names, which
 * files of modules it has loaded and what it has used: { files, cpuSeconds, wallSeconds, peakBytes }.
 * @module
 */
import { writeFileSync } from "node:fs";
import { createRequire, register } from "node:module";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";

const HOOK = `
let port;
export function initialize(data) { port = data; }
export async function load(url, context, next) { port.postMessage(url); return next(url, context); }
`;
const { port1, port2 } = new MessageChannel();
port1.unref();
register(`data:text/javascript,${encodeURIComponent(HOOK)}`, { data: port2, transferList: [port2] });

process.on("exit", () => {
  const urls = [];
  for (let next = receiveMessageOnPort(port1); next; next = receiveMessageOnPort(port1))
    urls.push(next.message);
  const modules = urls.filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url));
  const required = Object.keys(createRequire(import.meta.url).cache);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = {
    files: [...new Set([...modules, ...required])],
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    wallSeconds: performance.now() / 1000,
    peakBytes: 1024 * maxRSS,
  };
  writeFileSync(process.env.GRIDIENT_LOADED, JSON.stringify(used));
});
