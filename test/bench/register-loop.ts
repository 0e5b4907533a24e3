/** Runs so many rounds, at least one; returns their floating-point operations. */
export type RegisterLoop = (rounds: number) => number;

/** Vectors multiplied and vectors added in one step: enough to hide the latency of both, few enough for 15 registers. */
const CHAINS = 6;
/** Steps written out in one round of the loop, so that counting costs nothing. */
const UNROLLED = 8;
const FLOPS_PER_ROUND = UNROLLED * 2 * CHAINS * 4;

/** Locals of the function: rounds, x and y are its parameters, then vectors. */
const [ROUNDS, X, Y, FACTOR, SUMMAND, PRODUCTS] = [0, 1, 2, 3, 4, 5];
const SUMS = PRODUCTS + CHAINS;

/** Instructions of WebAssembly. */
const SPLAT = [0xfd, 0x13];
const MULTIPLY = [0xfd, 0xe6, 0x01];
const ADD = [0xfd, 0xe4, 0x01];
const END = 0x0b;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];

/** What is the same whatever the loop does: a function of (i32, f32, f32) that returns f32, exported as "run". */
const TYPES = [
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x01, 0x60, 0x03, 0x7f, 0x7d, 0x7d, 1, 0x7d,
];
const EXPORTS = [0x03, 0x02, 0x01, 0x00, 0x07, 0x07, 0x01, 0x03, ...Buffer.from("run"), 0x00, 0x00];

/**
 * Makes a loop of 128-bit float32 multiplications and additions that touches registers only: what this core can compute at
 * most without fused multiply-add, and a canary for its present speed. Written as bytes, because a compiler takes a second.
 */
export function makeRegisterLoop(): RegisterLoop {
  const vectors = [1, ...leb128(2 + 2 * CHAINS), 0x7b];
  const body = [...vectors, ...startText(), ...loopText(), ...sumText(), END];
  const code = [1, ...leb128(body.length), ...body];
  const bytes = Uint8Array.from([...TYPES, ...EXPORTS, 0x0a, ...leb128(code.length), ...code]);
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports;
  if (typeof run !== "function") throw new Error("The register loop exports no function");
  return (rounds) => {
    run(rounds, 1, 0); // factor and summand come from outside: nothing can be folded
    return rounds * FLOPS_PER_ROUND;
  };
}

/** Products begin at x + 0, x + 1, ..., sums at y + 0, y + 1, ... */
function startText(): number[] {
  const start = (from: number, local: number, plus: number) => {
    const constant = new Uint8Array(Float32Array.of(plus).buffer);
    return [...get(from), 0x43, ...constant, 0x92, ...SPLAT, ...set(local)];
  };
  const factors = [...get(X), ...SPLAT, ...set(FACTOR), ...get(Y), ...SPLAT, ...set(SUMMAND)];
  return [...factors, ...each((i) => [...start(X, PRODUCTS + i, i), ...start(Y, SUMS + i, i)])];
}

/** Counts the rounds down; no product or sum waits for another one. */
function loopText(): number[] {
  const multiply = (local: number) => [...get(local), ...get(FACTOR), ...MULTIPLY, ...set(local)];
  const add = (local: number) => [...get(local), ...get(SUMMAND), ...ADD, ...set(local)];
  const step = each((i) => [...multiply(PRODUCTS + i), ...add(SUMS + i)]);
  const steps = Array.from({ length: UNROLLED }, () => step).flat();
  return [0x03, 0x40, ...steps, ...get(ROUNDS), 0x41, 0x01, 0x6b, 0x22, ROUNDS, 0x0d, 0x00, END];
}

/** The first lane of the sum of all. */
function sumText(): number[] {
  const added = each((i) => [...get(PRODUCTS + i), ...ADD, ...get(SUMS + i), ...ADD]);
  return [...get(SUMMAND), ...added, 0xfd, 0x1f, 0x00];
}

function each(text: (i: number) => readonly number[]): number[] {
  return Array.from({ length: CHAINS }, (_, i) => text(i)).flat();
}

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
function leb128(value: number): number[] {
  return value < 128 ? [value] : [128 + (value % 128), ...leb128(Math.floor(value / 128))];
}
