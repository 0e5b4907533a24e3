import asc from "assemblyscript/asc";

/** Runs so many rounds; returns their floating-point operations. */
export type RegisterLoop = (rounds: number) => number;

/** Vectors multiplied and vectors added in one step: enough to hide the latency of both, few enough for 15 registers. */
const CHAINS = 6;
/** Steps written out in one round of the loop, so that counting costs nothing. */
const UNROLLED = 8;
const FLOPS_PER_ROUND = UNROLLED * 2 * CHAINS * 4;

/**
 * Compiles a loop of 128-bit float32 multiplications and additions that touches registers only: what this core can
 * compute at most without fused multiply-add, and a canary for its present speed.
 */
export async function compileRegisterLoop(): Promise<RegisterLoop> {
  const { binary, error } = await asc.compileString(source(), {
    optimizeLevel: 3,
    runtime: "stub",
    enable: ["simd"],
  });
  if (!binary) throw new Error("The register loop does not compile", { cause: error });
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(binary)), {}).exports;
  if (typeof run !== "function") throw new Error("The register loop exports no function");
  return (rounds) => {
    run(rounds, 1, 0); // factor and summand come from outside: nothing can be folded
    return rounds * FLOPS_PER_ROUND;
  };
}

/** Returns AssemblyScript: products p0..p5 and sums s0..s5, none of which waits for another. */
function source(): string {
  const each = (line: string) =>
    Array.from({ length: CHAINS }, (_, i) => line.replaceAll("#", String(i))).join("\n");
  const step = each("p# = f32x4.mul(p#, factor); s# = f32x4.add(s#, summand);");
  return `export function run(rounds: i32, x: f32, y: f32): f32 {
    const factor = f32x4.splat(x), summand = f32x4.splat(y);
    ${each("let p# = f32x4.splat(x + <f32>#), s# = f32x4.splat(y + <f32>#);")}
    for (let i = 0; i < rounds; i++) {
      ${new Array(UNROLLED).fill(step).join("\n")}
    }
    ${each("p0 = f32x4.add(p0, f32x4.add(p#, s#));")}
    return f32x4.extract_lane(p0, 0);
  }`;
}
