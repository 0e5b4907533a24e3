/**
 * Compiles kernel.c for each vector width of this machine's kind of CPU, or for those named, into a folder (dist/native/
 * unless named), with the C compiler that CC names or `cc`: `node build.mjs [FOLDER [WIDTH ...]]`.
 * @module
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The compiler's options for each width in bytes. None of these CPUs' fused operations may be used. */
const WIDTHS = {
  x64: {
    16: [],
    32: ["-mavx2"],
    64: ["-mavx512f", "-mavx512dq", "-mavx512bw", "-mavx512vl", "-mprefer-vector-width=512"],
  },
  arm64: { 16: [] },
};
/** One rounding after every operation; what may go is the note that libm or the CPU would leave of an error. */
const ARITHMETIC = ["-ffp-contract=off", "-fno-fast-math", "-fno-math-errno", "-fno-trapping-math"];
const FLAGS = [
  "-O3",
  "-std=c11",
  "-shared",
  "-fPIC",
  "-Wall",
  "-Wextra",
  "-Wno-psabi",
  "-fopenmp-simd",
  "-fno-strict-aliasing",
  ...ARITHMETIC,
];
const here = new URL("./", import.meta.url);
const [folder = fileURLToPath(new URL("../../../dist/native", here)), ...wanted] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
for (const [width, options] of Object.entries(WIDTHS[process.arch] ?? {})) {
  if (wanted.length > 0 && !wanted.includes(width)) continue;
  const headers = fileURLToPath(new URL("../../../node_modules/node-api-headers/include", here));
  const source = fileURLToPath(new URL("kernel.c", here));
  const target = ["-o", `${folder}/${process.arch}-${width}.node`];
  const system = process.platform === "darwin" ? ["-undefined", "dynamic_lookup"] : [];
  execFileSync(
    process.env.CC ?? "cc",
    [...FLAGS, ...options, ...system, `-DWIDTH=${width}`, `-I${headers}`, source, ...target],
    {
      stdio: "inherit",
    },
  );
}
