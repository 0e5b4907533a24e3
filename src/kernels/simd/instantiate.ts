import { wasm } from "./wasm.ts";

/** The calls of assembly/index.ts. Numbers are byte offsets into the memory, or counts. */
export interface SimdExports {
  readonly train: (
    network: number,
    order: number,
    count: number,
    batchSize: number,
    steps: number,
    losses: number,
  ) => void;
  readonly addGradient: (network: number, rows: number, count: number) => void;
  readonly evaluate: (network: number, rows: number, count: number) => void;
  readonly forward: (network: number, rows: number, count: number) => void;
  readonly clearSums: (network: number) => void;
  /** See assembly/draws/normal.ts. */
  readonly drawNormals: (
    to: number,
    rowBytes: number,
    inputs: number,
    units: number,
    layer: number,
    kind: number,
    deviation: number,
    key0: number,
    key1: number,
  ) => void;
  /** See assembly/draws/shuffle.ts. */
  readonly shuffle: (
    rows: number,
    order: number,
    count: number,
    key0: number,
    key1: number,
    epoch: number,
  ) => void;
  /** See assembly/blocks.ts. */
  readonly countNonZeros: (row: number, features: number) => number;
  readonly writeBlock: (row: number, features: number, block: number) => void;
  /** a = f(z) for `vectors` times four f32; `mapExp` of z - max. */
  readonly mapExp: (z: number, a: number, vectors: number, max: number) => void;
  readonly mapSigmoid: (z: number, a: number, vectors: number) => void;
  readonly mapTanh: (z: number, a: number, vectors: number) => void;
  /** The same with the derivatives f'(z). */
  readonly mapElu: (z: number, a: number, derivatives: number, vectors: number) => void;
  readonly mapGelu: (z: number, a: number, derivatives: number, vectors: number) => void;
  readonly mapLeakyRelu: (z: number, a: number, derivatives: number, vectors: number) => void;
  readonly mapSilu: (z: number, a: number, derivatives: number, vectors: number) => void;
  readonly mapSoftplus: (z: number, a: number, derivatives: number, vectors: number) => void;
}

let module: WebAssembly.Module | undefined;
/** Small trials take hardly longer than an instance does. */
const instances = new WeakMap<WebAssembly.Memory, SimdExports>();

/** Returns the WebAssembly module's functions, working on `memory`: compiled once a thread, made once for a memory. */
export function instantiate(memory: WebAssembly.Memory): SimdExports {
  const known = instances.get(memory);
  if (known) return known;
  module ??= new WebAssembly.Module(bytesOf(atob(wasm)));
  const made = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as SimdExports;
  instances.set(memory, made);
  return made;
}

/** `Uint8Array.from` with a function takes ten times as long, which is most of what a thread needs to begin. */
function bytesOf(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
