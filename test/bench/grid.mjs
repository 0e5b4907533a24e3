import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { peerCommand, peerEnvironment } from "./peer-process.mjs";
import { medianOf } from "./protocol.mjs";
import { timeCommand } from "./whole-command.mjs";

const OURS = [fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url)), "sweep"];
const SPEC = fileURLToPath(new URL("grid.yaml", import.meta.url));
const PEERS = [
  { name: "scikit-learn", command: peerGrid("grid_sklearn.py") },
  { name: "PyTorch eager", command: peerGrid("grid_torch.py", "eager") },
  { name: "PyTorch by hand", command: peerGrid("grid_torch.py", "manual") },
  { name: "PyTorch stacked", command: peerGrid("grid_torch.py", "stacked") },
];

/**
 * Times the grid of grid.yaml from the start of the process to its end, the tables written: ours and each peer's in
 * turn.
 * @returns {Promise<object[]>} For each peer the seconds of both sides and how many times as fast ours was.
 */
export async function measureGrid({ rounds }) {
  const measured = [];
  for (const peer of PEERS) {
    try {
      measured.push(await measurePair(peer, rounds));
    } catch (error) {
      measured.push({ name: peer.name, missing: error.message });
    }
  }
  return measured;
}

async function measurePair({ name, command }, rounds) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    theirs.push(await inEmptyFolder(command));
    ours.push(
      await inEmptyFolder((out) => [process.execPath, ...OURS, SPEC, "--out", out, "--workers", "2"]),
    );
  }
  const [us, them] = [summaryOf(ours), summaryOf(theirs)];
  return { name, ours: us, theirs: them, factor: them.median / us.median };
}

function peerGrid(script, ...args) {
  return (out) => [...peerCommand(script), join(out, "grid.csv"), ...args];
}

/** Runs a command in a new folder: nothing stored by an earlier one helps it. */
async function inEmptyFolder(command) {
  const cwd = mkdtempSync(join(tmpdir(), "gridient-bench-"));
  try {
    return await timeCommand(command(cwd), { cwd, env: peerEnvironment() });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The median of the calm runs, else of all. */
function summaryOf(runs) {
  const calm = runs.filter(({ isCalm }) => isCalm);
  const isDisturbed = calm.length === 0;
  const median = medianOf((isDisturbed ? runs : calm).map(({ seconds }) => seconds));
  return { median, kept: calm.length, rejected: runs.length - calm.length, isDisturbed };
}
