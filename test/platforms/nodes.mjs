import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Binaries of Node are large: they are installed once and kept between runs, outside the repository. */
const CACHE = join(tmpdir(), "gridient-platforms");
const EMULATOR = "qemu-aarch64-static";
const LIBRARIES = "/usr/aarch64-linux-gnu";
const PACKAGES = "qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross";

/**
 * A platform that results must not depend on.
 * @typedef {object} Platform
 * @property {string} name
 * @property {() => string[]} prepare Returns the command that runs a JavaScript file. Throws what is missing.
 */

/** Releases of Node on this kind of CPU, and one on arm64, emulated: a few minutes. @type {Platform[]} */
export const platforms = [
  ...["20", "22", "24", "26"].map((release) => ({
    name: `Node ${release}, x64`,
    prepare: () => [installNode(release, "x64")],
  })),
  {
    name: "Node 22, arm64 emulated",
    prepare: () => [...findEmulator(), installNode("22", "arm64")],
  },
];

/** Returns the path of a Node from npm's packages of binaries. */
function installNode(release, cpu) {
  if (process.platform !== "linux") throw new Error("the binaries are for Linux");
  if (cpu === "x64" && process.arch !== "x64") throw new Error(`this CPU is ${process.arch}`);
  const name = `node-linux-${cpu}`;
  const folder = join(CACHE, `${cpu}-${release}`);
  const node = join(folder, "node_modules", name, "bin/node");
  if (existsSync(node)) return node;
  // --force installs a binary for another CPU than this one's.
  const options = ["--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--force"];
  const npm = spawnSync("npm", ["install", ...options, `${name}@${release}`], { encoding: "utf8" });
  if (!existsSync(node)) throw new Error(`npm cannot install ${name}@${release}: ${firstError(npm)}`);
  return node;
}

/** Returns the start of a command that runs arm64's programs. */
function findEmulator() {
  if (process.arch === "arm64") return [];
  const isFound = spawnSync(EMULATOR, ["--version"]).status === 0 && existsSync(LIBRARIES);
  if (!isFound) throw new Error(`apt-get install ${PACKAGES}`);
  return [EMULATOR, "-L", LIBRARIES];
}

function firstError({ stderr, error }) {
  return /^npm error .*$/m.exec(stderr)?.[0] ?? String(error);
}
