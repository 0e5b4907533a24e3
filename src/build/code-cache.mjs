import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../dist/program/", import.meta.url));
const PACK = join(PROGRAM, "code.bin");
const RECORDER = fileURLToPath(new URL("record-code.cjs", import.meta.url));
/** V8 refuses what another version of it has made. */
const NODE = [process.version, process.platform, process.arch].join(" ");
/** Line 0 of each bundle. */
const HEAD = "(function (exports, require, module, __filename, __dirname) {";
const SPEC = `dataset: {name: digits, train: 100, validation: 50, test: 50}
architecture: {hidden: [4]}
eta: [0.5, 1]
epochs: 2
replicates: 2
`;
/** As most users have it. A thread that waits in the way of Atomics would have no time to record anything. */
const OTHER_ENVIRONMENT = {
  NODE_OPTIONS: undefined,
  GITHUB_ACTIONS: undefined,
  GITHUB_STEP_SUMMARY: undefined,
  PISCINA_DISABLE_ATOMICS: "1",
};
/** What is done in most commands, one after the other: each one adds the code that it runs. */
const COMMANDS = [
  ["sweep", "warm.yaml"],
  ["sweep", "warm.yaml"],
  ["plan", "warm.yaml"],
  ["validate", "warm.yaml"],
];

/** Writes the pack that load-program.cjs reads, unless this Node has made it. */
export function makeCodeCache() {
  if (existsSync(PACK) && readFileSync(PACK).includes(`"node":"${NODE}"`)) return;
  const folder = mkdtempSync(join(tmpdir(), "gridient-build-"));
  try {
    const codes = new Map();
    writePack(codes);
    writeFileSync(join(folder, "warm.yaml"), SPEC);
    for (const [index, command] of COMMANDS.entries()) {
      run(command, folder, join(folder, `code-${index}`), codes);
      writePack(codes);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command, and takes the code of each bundle where it is more than is known. */
function run(command, cwd, recorded, codes) {
  const env = { ...process.env, ...OTHER_ENVIRONMENT, GRIDIENT_RECORD: recorded };
  const args = ["--require", RECORDER, join(PROGRAM, "cli.js"), ...command];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`gridient ${command.join(" ")} ended with ${status}: ${stderr}`);
  for (const path of readdirSync(recorded, { recursive: true })) {
    const file = join(recorded, path);
    if (!path.endsWith(".js")) continue;
    const name = path.replace(/^.*[\\/]/, "");
    if (statSync(file).size > (codes.get(name)?.length ?? 0)) codes.set(name, readFileSync(file));
  }
}

/** One file, so that text and code always belong together: V8 compares no more than their lengths. */
function writePack(codes) {
  const parts = [];
  const bundles = {};
  let at = 0;
  for (const name of readdirSync(PROGRAM).filter((name) => name.endsWith(".js"))) {
    const text = asciiOf(readFileSync(join(PROGRAM, name), "utf8"));
    const bytes = Buffer.from(`${HEAD}\n${text}\n})`, "latin1");
    const code = codes.get(name) ?? Buffer.alloc(0);
    bundles[name] = [at, code.length, bytes.length];
    const filled = Math.ceil((code.length + bytes.length) / 8) * 8;
    parts.push(code, bytes, Buffer.alloc(filled - code.length - bytes.length));
    at += filled;
  }
  const head = Buffer.from(JSON.stringify({ node: NODE, bundles }), "latin1");
  const length = Buffer.alloc(8);
  length.writeUInt32LE(head.length);
  writeFileSync(`${PACK}.part`, Buffer.concat([...parts, head, length]));
  renameSync(`${PACK}.part`, PACK);
}

/**
 * Returns a script with the same lines and columns where errors point to, in bytes: V8 keeps text of wider characters in
 * twice the memory, which takes twice the time to fill.
 */
function asciiOf(script) {
  const text = script.replace(/^#!.*/, "");
  if (/\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.test(text))
    throw new Error("Cannot write a script in ASCII as no other character may follow a backslash");
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
