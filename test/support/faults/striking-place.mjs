/**
 * Preloaded by NODE_OPTIONS: kills the process with SIGKILL where it comes to STRIKE_PLACE for the time STRIKE_AT, counted
 * from 0, after it has noted in the file STRIKE_LOG where that was. Reading and writing are those of logs and weights
 * (below a folder `stores`), replacing that of a folder of results, training the end of an epoch in a thread. STRIKE_MOMENT
 * says when: `before` what happens there, `amid` a file is written, or `after`.
 * @module
 */
import fs, { promises } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const { STRIKE_PLACE, STRIKE_LOG, STRIKE_MOMENT } = process.env;
const PLACES = {
  reading: (name, path) =>
    /read/i.test(name) && /(?:^|[\\/])stores[\\/].*\.(?:jsonl|safetensors)$/.test(path),
  writing: (name, path) =>
    /write|rename|append|sync/.test(name) && /(?:^|[\\/])stores[\\/].*\.(?:tmp|jsonl)$/.test(path),
  replacing: (name, path) => /write|rename|mkdir|rm/.test(name) && /\.tmp-(?:new|old)-/.test(path),
};
let left = Number(process.env.STRIKE_AT);

/** Paths of files that were opened, by descriptor. */
const opened = new Map();
const handle = await promises.open(process.execPath);
const methods = Object.getPrototypeOf(handle);
await handle.close();

for (const name of ["writeFile", "rename", "mkdir", "rm", "readFile"]) hook(promises, name);
for (const name of ["appendFile", "datasync"]) hook(methods, name, ({ fd }) => opened.get(fd));
note(fs, "openSync", (descriptor) => descriptor);
note(promises, "open", ({ fd }) => fd);
hook(fs, "readSync", (_, descriptor) => opened.get(descriptor));
syncBuiltinESMExports();

if (!isMainThread && STRIKE_PLACE === "training") {
  const add = Atomics.add;
  // Finished epochs are counted in an array of one number.
  Atomics.add = (array, ...rest) => {
    if (array.length === 1 && left-- === 0) strike("the end of an epoch");
    return add(array, ...rest);
  };
}

/** Notes which path has which descriptor. */
function note(module, name, descriptorOf) {
  const original = module[name];
  module[name] = (path, ...rest) => {
    const noted = (result) => {
      opened.set(descriptorOf(result), String(path));
      return result;
    };
    const result = original(path, ...rest);
    return result instanceof Promise ? result.then(noted) : noted(result);
  };
}

/** Lets a function of the file system strike. */
function hook(module, name, pathOf = (_, path) => path) {
  const original = module[name];
  module[name] = function (...args) {
    const path = String(pathOf(this, args[0]));
    const isPlace = PLACES[STRIKE_PLACE]?.(name, path);
    if (!isPlace || left-- !== 0) return original.apply(this, args);
    const where = `${name} ${path}`;
    if (STRIKE_MOMENT === "before") strike(where);
    if (STRIKE_MOMENT === "amid" && name === "writeFile") return writeHalf(path, args[1], where);
    if (STRIKE_MOMENT === "amid" && name === "appendFile") return writeHalf(path, args[0], where);
    const result = original.apply(this, args);
    return result instanceof Promise ? result.then(() => strike(where), waitForNext) : strike(where);
  };
}

function writeHalf(path, contents, where) {
  try {
    fs.appendFileSync(path, contents.slice(0, contents.length / 2));
  } catch (error) {
    return Promise.reject(error).catch(waitForNext);
  }
  return strike(where);
}

/** What fails, as a first file does before its folder is made, is no place to strike. */
function waitForNext(error) {
  left = 0;
  throw error;
}

function strike(where) {
  fs.appendFileSync(STRIKE_LOG, `${where}\n`);
  process.kill(process.pid, "SIGKILL");
  for (;;); // the signal may take a moment
}
