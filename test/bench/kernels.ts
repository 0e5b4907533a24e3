/**
 * Training speed of our kernels by network, batch size and density of the data, beside the naive JavaScript loops, and as
 * a share of what this core can compute.
 * @module
 */
import { cpus } from "node:os";
import type { DatasetMemory } from "../../src/kernels/dataset-memory.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { densityOf, loadImages, makeNoise, type Images } from "./data.ts";
import { pinToOneCore } from "./machine.ts";
import { NaiveNetwork } from "./naive-network.ts";
import { openOurNetwork, type Batch } from "./our-network.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { ratio, rateText, type Figure } from "./figure.ts";
import { Protocol, type Candidate } from "./protocol.ts";
import { tableText } from "./table.ts";

/** Examples of a pass of a network so wide that all of them would take seconds. */
const WIDE_EXAMPLES = 6144;
const ALL_NETWORKS = [[15], [30], [100], [512, 256]];
const ALL_BATCHES: readonly Batch[] = [1, 10, 32, 128, 512, "full"];
const NAIVE_BATCHES = [10, 128] as const;

/** What is measured of each network beside batches of ours. */
export type OtherFigure = "evaluation" | `${"dense" | "skipping"} ${(typeof NAIVE_BATCHES)[number]}`;

export interface KernelRow {
  readonly data: string;
  readonly hidden: readonly number[];
  /** Multiplications and additions of training on one example. */
  readonly flops: number;
  /** Ours by batch size. */
  readonly batches: Readonly<Partial<Record<Batch, Figure>>>;
  readonly others: Readonly<Partial<Record<OtherFigure, Figure>>>;
}

export interface KernelFigures {
  readonly isPinned: boolean;
  readonly peakFlops: number;
  readonly rows: readonly KernelRow[];
}

export const kernels: Measurement<KernelFigures> = { measure, text };

async function measure(size: Size): Promise<KernelFigures> {
  const isPinned = pinToOneCore(size);
  const protocol = new Protocol(size);
  const networks = bySize(size, { full: ALL_NETWORKS, quick: [[30], [100]], smallest: [[15], [20, 10]] });
  const rows = [];
  for (const images of [await loadImages(size), makeNoise(size)])
    for (const hidden of networks) rows.push(await measureNetwork(images, hidden, { protocol, size }));
  return { isPinned, peakFlops: protocol.peakFlops, rows };
}

interface Run {
  readonly protocol: Protocol;
  readonly size: Size;
}

/** Measures one network on one data set: ours with every batch size, evaluation, and the naive loops. */
async function measureNetwork(images: Images, hidden: readonly number[], run: Run): Promise<KernelRow> {
  const data = placeDataset(images.set, 0);
  const ours = batchesOf(run.size).map((batch) => ourCandidate(data, { hidden, batch }, run));
  const others = [evaluationCandidate(data, hidden, run)];
  if (hidden.length === 1) others.push(...naiveCandidates(images, hidden[0]!, run));
  const figures = await run.protocol.measureInTurn([...ours, ...others]);
  const of = (candidates: readonly Candidate[]) =>
    Object.fromEntries(candidates.map(({ name }) => [name, figures[name]!]));
  return {
    data: images.name,
    hidden,
    flops: usefulFlops(images, hidden),
    batches: of(ours),
    others: of(others),
  };
}

function batchesOf(size: Size): readonly Batch[] {
  return bySize(size, { full: ALL_BATCHES, quick: NAIVE_BATCHES, smallest: NAIVE_BATCHES });
}

function ourCandidate(
  data: DatasetMemory,
  { hidden, batch }: { readonly hidden: readonly number[]; readonly batch: Batch },
  { protocol }: Run,
): Candidate {
  const isShort = hidden.length > 1 && batch !== "full";
  const network = openOurNetwork(data, { hidden, batch, ...(isShort && { examples: WIDE_EXAMPLES }) });
  return protocol.candidate(String(batch), network.examples, () => network.train());
}

function evaluationCandidate(data: DatasetMemory, hidden: readonly number[], { protocol }: Run): Candidate {
  const isShort = hidden.length > 1;
  const network = openOurNetwork(data, { hidden, batch: 10, ...(isShort && { examples: WIDE_EXAMPLES }) });
  return protocol.candidate("evaluation", network.examples, () => network.evaluate());
}

/** The naive loops on the first examples: dense and, where there are zeros, skipping them. */
function naiveCandidates({ name, set }: Images, hidden: number, { protocol, size }: Run): Candidate[] {
  const { features } = set;
  const examples = bySize(size, { full: 1280, quick: 1280, smallest: 128 });
  const images = Float32Array.from(set.inputs.subarray(0, examples * features), (byte) => byte / 255);
  const rows = Uint32Array.from({ length: examples }, (_, i) => i);
  const kinds = name === "noise" ? (["dense"] as const) : (["dense", "skipping"] as const);
  return kinds.flatMap((kind) =>
    NAIVE_BATCHES.map((batch) => {
      const shape = { inputs: features, hidden, outputs: set.target.count, skipsZeros: kind === "skipping" };
      const network = new NaiveNetwork(shape);
      return protocol.candidate(`${kind} ${batch}`, examples, () => {
        for (let start = 0; start < rows.length; start += batch)
          network.trainBatch(images, set.labels, rows.subarray(start, start + batch));
      });
    }),
  );
}

/** Multiplications and additions that training on one example needs, zeros of the images left out. */
function usefulFlops({ set }: Images, hidden: readonly number[]): number {
  const sizes = [set.features, ...hidden, set.target.count];
  const [first = 0, ...others] = sizes.slice(1).map((units, l) => units * sizes[l]!);
  return 4 * first * densityOf(set) + 6 * others.reduce((sum, count) => sum + count, 0);
}

function text({ isPinned, peakFlops, rows }: KernelFigures): string {
  const core = `${cpus()[0]?.model.trim()}, ${isPinned ? "one core" : "not bound to a core"}`;
  return [
    `${core}: ${(peakFlops / 1e9).toFixed(1)} Gflop/s of 128-bit float32`,
    "",
    "Thousand examples trained per second of CPU time (share of the core's arithmetic); ~ = disturbed",
    ratesText(rows, peakFlops),
    "",
    "Ours against naive JavaScript; cost of evaluating an example against training on it in batches of 10",
    ratiosText(rows),
  ].join("\n");
}

function ratesText(rows: readonly KernelRow[], peakFlops: number): string {
  const batches = Object.keys(rows[0]!.batches);
  const lines = rows.map((row) => [
    nameOf(row),
    ...figuresOf(row).map((figure) => {
      const share = Math.round((100 * figure.median * row.flops) / peakFlops);
      return `${rateText(figure)} (${share} %)`;
    }),
    row.others.evaluation ? rateText(row.others.evaluation) : "-",
  ]);
  return tableText([["", ...batches.map((batch) => `batch ${batch}`), "evaluation"], ...lines]);
}

function figuresOf({ batches }: KernelRow): Figure[] {
  return Object.values(batches).filter((figure) => figure !== undefined);
}

function ratiosText(rows: readonly KernelRow[]): string {
  const head = ["", "dense, 10", "dense, 128", "skipping zeros, 10", "skipping zeros, 128", "evaluation"];
  const lines = rows.map((row) => [
    nameOf(row),
    ...(["dense", "skipping"] as const).flatMap((kind) =>
      NAIVE_BATCHES.map((batch) => ratioCell(row.batches[batch], row.others[`${kind} ${batch}`], 1, " x")),
    ),
    ratioCell(row.batches[10], row.others.evaluation, 2, ""),
  ]);
  return tableText([head, ...lines]);
}

function ratioCell(a: Figure | undefined, b: Figure | undefined, digits: number, unit: string): string {
  return a && b ? `${ratio(a, b).toFixed(digits)}${unit}` : "-";
}

function nameOf({ data, hidden }: KernelRow): string {
  return `${data} ${hidden.join("-")}`;
}
