import { bySize, type Size } from "./part.ts";
import type { Batch, MeasuredLoss } from "./our-network.ts";
import type { Tool } from "./tools.ts";
import type { Training } from "./trainings.ts";

/** A network that ours and a peer's train. */
export interface Setting {
  readonly hidden: number;
  readonly batch: Batch;
  readonly loss: MeasuredLoss;
  readonly data: "images" | "noise";
  readonly optimizer?: Training;
}

/** What our training is measured beside: a script of peers/, what it needs, and with which networks. */
export interface Peer {
  readonly name: string;
  readonly script: string;
  readonly needs: readonly Tool[];
  readonly settings: readonly Setting[];
}

const WIDTHS = [15, 30, 100];
const DENSE: Setting = { hidden: 100, batch: 128, loss: "quadratic", data: "noise" };
const everywhere = settings(WIDTHS, [10, 128, 512, "full"]);
const small = settings(WIDTHS, [10]);

const PEERS: readonly Peer[] = [
  { name: "NumPy by hand", script: "numpy_buffers.py", needs: ["numpy"], settings: everywhere },
  {
    name: "PyTorch by hand",
    script: "torch_manual.py",
    needs: ["torch"],
    settings: [...everywhere, DENSE],
  },
  {
    name: "PyTorch scripted",
    script: "torch_script.py",
    needs: ["torch"],
    settings: [...everywhere, DENSE],
  },
  {
    name: "PyTorch eager",
    script: "torch_eager.py",
    needs: ["torch"],
    settings: [...settings([30], [10, 128]), DENSE],
  },
  ...(["momentum", "adam"] as const).map((optimizer): Peer => {
    const batches = settings([30], [32, 128]).map((setting) => ({ ...setting, optimizer }));
    return {
      name: `PyTorch by hand, ${optimizer},`,
      script: "torch_optimizers.py",
      needs: ["torch"],
      settings: batches,
    };
  }),
  { name: "numba loop", script: "numba_loop.py", needs: ["numba"], settings: small },
  { name: "native 128-bit", script: "native.py", needs: ["numpy", "cc"], settings: small },
  {
    name: "scikit-learn",
    script: "sklearn_mlp.py",
    needs: ["sklearn"],
    settings: settings([30], [10, 128], "crossEntropy"),
  },
  {
    name: "TensorFlow.js",
    script: "tfjs.ts",
    needs: ["TensorFlow.js"],
    settings: settings([30], [10, 128]),
  },
];

/** Returns all peers; each with its first network of 30 units, and on data without zeros, unless all are measured. */
export function peersOf(size: Size): readonly Peer[] {
  const few = ({ settings, ...peer }: Peer): Peer => {
    const first = settings.find(({ hidden }) => hidden === 30);
    return { ...peer, settings: settings.filter((setting) => setting === first || setting === DENSE) };
  };
  return bySize(size, { full: PEERS, quick: PEERS.map(few), smallest: PEERS.map(few) });
}

function settings(
  widths: readonly number[],
  batches: readonly Batch[],
  loss: MeasuredLoss = "quadratic",
): Setting[] {
  return widths.flatMap((hidden) =>
    batches.map((batch): Setting => ({ hidden, batch, loss, data: "images" })),
  );
}
