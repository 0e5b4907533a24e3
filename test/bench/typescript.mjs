/**
 * Loaded by `node --import`: lets Node run the TypeScript of this folder. Types are stripped by the bundler that the build
 * uses, and a module of src/ becomes the one of dist/ that was built from it: what is measured is what people run.
 * @module
 */
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { transformSync } from "rolldown/utils";

const SRC = new URL("../../src/", import.meta.url).href;
const DIST = new URL("../../dist/", import.meta.url).href;

if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  if (!resolved.url.startsWith(SRC) || !resolved.url.endsWith(".ts")) return resolved;
  return { ...resolved, url: DIST + resolved.url.slice(SRC.length).replace(/ts$/, "js"), format: "module" };
}

export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  return { format: "module", source: await javaScriptOf(fileURLToPath(url)), shortCircuit: true };
}

/** Returns a file of TypeScript without its types. */
async function javaScriptOf(file) {
  const { code, errors } = transformSync(file, await readFile(file, "utf8"));
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return code;
}
