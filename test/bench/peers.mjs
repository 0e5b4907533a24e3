/**
 * `npm run bench:peers`: our training beside that of other libraries, on one core, pass by pass in turn; and a grid of
 * twelve trials, whole command against whole command, on two. Needs real MNIST: GRIDIENT_DATA_DIR must have it.
 * @module
 */
import { placeDataset } from "../../dist/kernels/dataset-memory.js";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { sampler } from "./cpu-time.mjs";
import { loadImages, makeNoise } from "./data.mjs";
import { measureGrid } from "./grid.mjs";
import { describeMachine, pinToOneCore } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { openOurNetwork } from "./our-network.mjs";
import { PeerProcess } from "./peer-process.mjs";
import { PEERS, QUICK_PEERS } from "./peer-list.mjs";
import { Protocol, ratio } from "./protocol.mjs";
import { TRAININGS } from "./trainings.mjs";

const options = readOptions("peers");
const SAMPLES = options.quick ? 3 : 7;
const images = await loadImages();
if (images.name !== "mnist")
  throw new Error("Cannot find MNIST as GRIDIENT_DATA_DIR must name its folder's parent");

// The grid first: it needs both cores, and what comes after it only one.
const grid = await measureGrid({ rounds: options.quick ? 1 : 3 });
printGrid();
const isPinned = pinToOneCore();
const protocol = await Protocol.start();
const memories = { mnist: placeDataset(images, 0), noise: placeDataset(makeNoise(), 0) };
const peers = [];
for (const peer of options.quick ? QUICK_PEERS : PEERS) peers.push(await measurePeer(peer));
printPeers();
writeJson(options.json, { part: "peers", machine: describeMachine(), isPinned, peers, grid });

/** Returns a peer's version and figures, or why it cannot be measured. */
async function measurePeer({ name, script, settings }) {
  const peer = new PeerProcess(script);
  try {
    const version = await peer.version();
    const rows = [];
    for (const setting of settings) rows.push({ ...setting, ...(await measureSetting(peer, setting)) });
    return { name, version, rows };
  } catch (error) {
    return { name, missing: error.message, rows: [] };
  } finally {
    peer.close();
  }
}

/** Measures one network, ours and theirs in turn. */
async function measureSetting(peer, setting) {
  const data = memories[setting.data];
  const examples = data.sizes.train;
  const ours = openOurNetwork(data, {
    ...setting,
    hidden: [setting.hidden],
    training: TRAININGS[setting.optimizer ?? "plain"],
  });
  await peer.ask({ ...setting, batch: setting.batch === "full" ? examples : setting.batch });
  const theirs = async () => {
    const answer = await peer.ask({});
    return (answer.examples ?? examples) / answer.seconds;
  };
  // Peers draw the order of each pass too.
  const ourPass = () => {
    ours.shuffle();
    ours.train();
  };
  const candidates = [
    { name: "ours", sample: sampler(ourPass, examples) },
    { name: "theirs", sample: theirs },
  ];
  const figures = await protocol.measureInTurn(candidates, SAMPLES);
  return { ours: figures.get("ours"), theirs: figures.get("theirs") };
}

function printPeers() {
  console.log("\nThousand examples trained per second of CPU time on one core; ~ = disturbed");
  const head = ["", "hidden", "batch", "data", "loss", "gridient", "peer", "times as fast"];
  const lines = peers.flatMap((peer) => peer.rows.map((row) => peerLine(peer, row)));
  console.log(plainTable([head, ...lines], ["left", ...Array(7).fill("right")]));
  for (const { name, missing } of peers) if (missing) console.log(`${name}: not measured: ${missing}`);
}

function peerLine({ name, version }, { hidden, batch, data, loss, ours, theirs }) {
  const factor = `${ratio(ours, theirs).toFixed(2)} x`;
  return [`${name} ${version}`, hidden, batch, data, loss, rateText(ours), rateText(theirs), factor];
}

function rateText({ median, isDisturbed }) {
  return `${isDisturbed ? "~" : ""}${(median / 1000).toPrecision(3)}`;
}

function printGrid() {
  console.log("Twelve trials, whole command, two cores: seconds of wall time");
  const lines = grid.map(({ name, missing, ours, theirs, factor }) => {
    return missing
      ? [name, "", "", `not measured: ${missing}`]
      : [name, ours, theirs, `${factor.toFixed(2)} x`];
  });
  const head = ["", "gridient", "peer", "times as fast"];
  const cells = (line) => line.map((cell) => (typeof cell === "object" ? secondsText(cell) : cell));
  console.log(plainTable([head, ...lines.map(cells)], ["left", "right", "right", "right"]));
}

function secondsText({ median, isDisturbed }) {
  return `${isDisturbed ? "~" : ""}${median.toFixed(2)}`;
}
