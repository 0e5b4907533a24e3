#!/usr/bin/env node
/**
 * Loads NAME-main.js, a bundle of dist/program/, where this file is there as NAME.js. `code.bin`, which code-cache.mjs
 * writes, has the text of all bundles with the code that V8 made of it, and saves compiling it. Without it, the files
 * themselves are loaded.
 */
const { closeSync, fstatSync, openSync, readSync } = require("node:fs");
const path = require("node:path");
const { Script } = require("node:vm");

/** As code-cache.mjs notes it. */
const NODE = [process.version, process.platform, process.arch].join(" ");
const PACK = path.join(__dirname, "code.bin");

const name = path.basename(__filename).replace(/\.js$/, "-main.js");
const pack = readIndex();
/** Open while bundles load. */
let file;
let depth = 0;
module.exports = load(name);

/** Returns what a bundle exports, and runs it if that has not been done. */
function load(name) {
  const filename = path.join(__dirname, name);
  const known = require.cache[filename];
  if (known) return known.exports;
  depth += 1;
  try {
    const bundle = readBundle(name);
    return bundle ? run(bundle, filename) : require(filename);
  } finally {
    depth -= 1;
    if (depth === 0) closePack();
  }
}

function run({ text, cachedData }, filename) {
  const module = { id: filename, filename, exports: {}, loaded: false, children: [], paths: [] };
  require.cache[filename] = module;
  const wrapper = new Script(text, { filename, cachedData, lineOffset: -1 }).runInThisContext();
  try {
    wrapper.call(module.exports, module.exports, requireFrom, module, filename, __dirname);
    module.loaded = true;
  } finally {
    if (!module.loaded) delete require.cache[filename]; // so that it can be tried again
  }
  return module.exports;
}

function requireFrom(id) {
  if (id.startsWith("./")) return load(id.slice(2));
  if (!id.startsWith("node:")) closePack(); // where the system opens few files, a package may need this one
  return require(id);
}

/** Returns where each bundle is; undefined where there is no pack that this Node has made. */
function readIndex() {
  const file = tryOpen();
  if (file === undefined) return undefined;
  try {
    const { size, ino } = fstatSync(file);
    const length = readAt(file, size - 8, 8).readUInt32LE();
    const { node, bundles } = JSON.parse(readAt(file, size - 8 - length, length).latin1Slice());
    return node === NODE ? { bundles, ino } : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** Returns undefined where files do as well, or have their own say about what is wrong. */
function tryOpen() {
  try {
    return openSync(PACK);
  } catch {
    return undefined;
  }
}

/** Returns the text and code of a bundle; undefined without the pack, or where it is another one than at the start. */
function readBundle(name) {
  if (!pack) return undefined;
  file ??= tryOpen();
  if (file === undefined || fstatSync(file).ino !== pack.ino) return undefined;
  const [at, cacheBytes, textBytes] = pack.bundles[name];
  const bytes = readAt(file, at, cacheBytes + textBytes);
  const text = bytes.latin1Slice(cacheBytes);
  return { text, cachedData: cacheBytes > 0 ? bytes.subarray(0, cacheBytes) : undefined };
}

function closePack() {
  if (file !== undefined) closeSync(file);
  file = undefined;
}

function readAt(file, position, length) {
  const bytes = Buffer.allocUnsafeSlow(length);
  if (readSync(file, bytes, 0, length, position) < length) throw new Error("The file is too short");
  return bytes;
}
