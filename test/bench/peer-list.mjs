/**
 * What our training is measured beside: the scripts of peers/, and with which networks.
 * @typedef {object} Setting
 * @property {number} hidden
 * @property {number | "full"} batch
 * @property {"quadratic" | "crossEntropy"} loss
 * @property {"mnist" | "noise"} data
 * @property {string} [optimizer] One of trainings.mjs; plain unless given.
 *
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} script
 * @property {Setting[]} settings
 */

const WIDTHS = [15, 30, 100];
const DENSE = { hidden: 100, batch: 128, loss: "quadratic", data: "noise" };
const everywhere = settings(WIDTHS, [10, 128, 512, "full"]);
const small = settings(WIDTHS, [10]);

/** @type {Peer[]} */
export const PEERS = [
  { name: "NumPy by hand", script: "numpy_buffers.py", settings: everywhere },
  { name: "PyTorch by hand", script: "torch_manual.py", settings: [...everywhere, DENSE] },
  { name: "PyTorch scripted", script: "torch_script.py", settings: [...everywhere, DENSE] },
  { name: "PyTorch eager", script: "torch_eager.py", settings: [...settings([30], [10, 128]), DENSE] },
  ...["momentum", "adam"].map((optimizer) => ({
    name: `PyTorch by hand, ${optimizer},`,
    script: "torch_optimizers.py",
    settings: settings([30], [32, 128]).map((setting) => ({ ...setting, optimizer })),
  })),
  { name: "numba loop", script: "numba_loop.py", settings: small },
  { name: "native 128-bit", script: "native.py", settings: small },
  { name: "scikit-learn", script: "sklearn_mlp.py", settings: settings([30], [10, 128], "crossEntropy") },
  { name: "TensorFlow.js", script: "tfjs.mjs", settings: settings([30], [10, 128]) },
];

/** The short form: one setting of each. @type {Peer[]} */
export const QUICK_PEERS = PEERS.map((peer) => {
  return { ...peer, settings: peer.settings.filter(({ hidden, batch }) => hidden === 30 && batch === 10) };
});

function settings(widths, batches, loss = "quadratic") {
  return widths.flatMap((hidden) => batches.map((batch) => ({ hidden, batch, loss, data: "mnist" })));
}
