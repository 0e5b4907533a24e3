/**
 * Our training beside that of other libraries, on one core, pass by pass in turn.
 * @module
 */
import type { DatasetMemory } from "../../src/kernels/dataset-memory.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { loadImages, makeNoise } from "./data.ts";
import { pinToOneCore } from "./machine.ts";
import { openOurNetwork } from "./our-network.ts";
import type { Measurement, Size } from "./part.ts";
import { peersOf, type Peer, type Setting } from "./peer-list.ts";
import { PeerProcess } from "./peer-process.ts";
import { ratio, rateText, type Figure } from "./figure.ts";
import { Protocol } from "./protocol.ts";
import { writeSmallMnist } from "./small-mnist.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { missingTools } from "./tools.ts";
import { TRAININGS } from "./trainings.ts";

export interface PeerRow extends Setting {
  readonly ours: Figure;
  readonly theirs: Figure;
}

export interface PeerFigures {
  readonly peers: readonly {
    readonly name: string;
    /** Of its library; absent if it could not be measured. */
    readonly version?: string;
    readonly missing?: string;
    readonly rows: readonly PeerRow[];
  }[];
}

export const peers: Measurement<PeerFigures> = { measure, text };

async function measure(size: Size): Promise<PeerFigures> {
  pinToOneCore(size);
  const protocol = new Protocol(size);
  const memories = {
    images: placeDataset((await loadImages(size)).set, 0),
    noise: placeDataset(makeNoise(size).set, 0),
  };
  return inTemporaryFolder(async (folder) => {
    const isSmall = size === "smallest";
    if (isSmall) await writeSmallMnist(folder);
    const run = { protocol, memories, size, dataDir: isSmall ? folder : undefined };
    const measured = [];
    for (const peer of peersOf(size)) measured.push(await measurePeer(peer, run));
    return { peers: measured };
  });
}

interface Run {
  readonly protocol: Protocol;
  readonly memories: Readonly<Record<Setting["data"], DatasetMemory>>;
  readonly size: Size;
  readonly dataDir: string | undefined;
}

/** Returns a peer's version and figures, or which of its tools this machine lacks. */
async function measurePeer(
  { name, script, needs, settings }: Peer,
  run: Run,
): Promise<PeerFigures["peers"][number]> {
  const missing = missingTools(needs);
  if (missing.length > 0) return { name, missing: `no ${missing.join(", no ")}`, rows: [] };
  const peer = new PeerProcess(script, run.dataDir);
  try {
    const version = await peer.version();
    const rows = [];
    for (const setting of settings) rows.push({ ...setting, ...(await measureSetting(peer, setting, run)) });
    return { name, version, rows };
  } finally {
    peer.close();
  }
}

/** Measures one network, ours and theirs in turn. Peers draw the order of each pass, so ours does, too. */
async function measureSetting(
  peer: PeerProcess,
  setting: Setting,
  { protocol, memories, size }: Run,
): Promise<{ readonly ours: Figure; readonly theirs: Figure }> {
  const data = memories[setting.data];
  const training = TRAININGS[setting.optimizer ?? "plain"];
  const ours = openOurNetwork(data, { ...setting, hidden: [setting.hidden], training });
  await peer.ask({ ...setting, size, batch: setting.batch === "full" ? data.sizes.train : setting.batch });
  const theirs = async () => {
    const { examples, seconds } = await peer.ask({});
    return examples / Math.max(seconds, 1e-6);
  };
  const pass = () => {
    ours.shuffle();
    ours.train();
  };
  return protocol.measureInTurn([
    { ...protocol.candidate("ours", ours.examples, pass), name: "ours" },
    { name: "theirs", sample: theirs },
  ]);
}

function text({ peers }: PeerFigures): string {
  const head = ["", "hidden", "batch", "data", "loss", "gridient", "peer", "times as fast"];
  const lines = peers.flatMap(({ name, version, rows }) =>
    rows.map(({ hidden, batch, data, loss, ours, theirs }) => {
      const factor = `${ratio(ours, theirs).toFixed(2)} x`;
      return [`${name} ${version}`, hidden, batch, data, loss, rateText(ours), rateText(theirs), factor];
    }),
  );
  const missing = peers.flatMap(({ name, missing }) =>
    missing ? [`${name}: not measured: ${missing}`] : [],
  );
  return [
    "Thousand examples trained per second of CPU time on one core; ~ = disturbed",
    tableText([head, ...lines]),
    ...missing,
  ].join("\n");
}
