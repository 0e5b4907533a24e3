/**
 * Makes dist/types/ of what tsc has compiled: the declarations that the package exports, and those that they need. The
 * others would only make the package larger.
 * @module
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
/** A specifier of a file of our own, in an import, an export or a type. */
const SPECIFIER = /((?:from |import\()")(\.{1,2}\/[^"]+)\.ts"/g;
/** A type of a package that is bundled, and so not there for who compiles against these declarations. */
const FOREIGN = /^import type \{ (\w+) \} from "[^."][^"]*";$/gm;
const EVERY_TYPE = /^export type \* from "(\.\/[^"]+)\.ts";$/gm;
const TYPE = /^export (?:interface|type|declare type) (\w+)/gm;

const texts = new Map();
for (const open = ["index.d.ts", "predict.d.ts"]; open.length > 0;) {
  const path = open.pop();
  if (texts.has(path)) continue;
  const text = readFileSync(DIST + path, "utf8");
  texts.set(path, publicText(text));
  for (const [, , target] of text.matchAll(SPECIFIER))
    open.push(`${posix.join(posix.dirname(path), target)}.d.ts`);
}
// index.js is CommonJS, and its types say so. predict.js is an ES module, so its types are beside it.
texts.set("package.json", '{"type": "commonjs"}\n');
writeFolder("types", texts);
writeFileSync(`${DIST}browser/predict.d.ts`, 'export * from "../types/predict.js";\n');

function publicText(text) {
  return text
    .replaceAll(EVERY_TYPE, (_, path) => `export type { ${typesOf(path).join(", ")} } from "${path}.ts";`)
    .replace(/^\/\/# sourceMappingURL=.*\n?/m, "")
    .replaceAll(SPECIFIER, '$1$2.js"')
    .replaceAll(FOREIGN, "type $1 = object;")
    .replaceAll("WebAssembly.Memory", "{ readonly buffer: SharedArrayBuffer }"); // only who has TypeScript's "dom" knows it
}

/** Returns the types alone of a file: `export type *` also lists the names of its functions, which are not there. */
function typesOf(path) {
  return [...readFileSync(`${DIST}${path}.d.ts`, "utf8").matchAll(TYPE)].map(([, name]) => name);
}

/** Writes a folder beside the one that it replaces: a reader at the same time finds one of them complete. */
function writeFolder(name, files) {
  const fresh = `${DIST}.${name}-${process.pid}/`;
  for (const [path, text] of files) {
    mkdirSync(posix.dirname(fresh + path), { recursive: true });
    writeFileSync(fresh + path, text);
  }
  rmSync(DIST + name, { recursive: true, force: true });
  renameSync(fresh, DIST + name);
}
