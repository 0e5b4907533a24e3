/**
 * Loaded before anything else into each thread of a command by code-cache.mjs: writes the code that V8 has made of each bundle, as
 * far as it has run, into the folder that GRIDIENT_RECORD names.
 */
const { mkdirSync, renameSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { isMainThread, threadId } = require("node:worker_threads");

const { Script } = vm;
const folder = path.join(process.env.GRIDIENT_RECORD, `${process.pid}-${threadId}`);
const scripts = new Map();

vm.Script = class extends Script {
  constructor(text, options) {
    super(text, options);
    scripts.set(path.basename(options.filename), this);
  }
};
mkdirSync(folder, { recursive: true });
if (isMainThread) process.on("exit", record);
else setInterval(record, 100).unref(); // a thread may be ended at any time

function record() {
  for (const [name, script] of scripts) {
    const file = path.join(folder, name);
    writeFileSync(`${file}.part`, script.createCachedData());
    renameSync(`${file}.part`, file);
  }
}
