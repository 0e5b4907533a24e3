/**
 * The grid of grid.yaml from the start of the process to its end, the tables written: ours and each peer's in turn.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLI, timeCommand, type Command, type Ended } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { peerCommand, peerEnvironment } from "./peer-process.ts";
import { medianOf } from "./figure.ts";
import { writeSmallMnist } from "./small-mnist.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import { missingTools, type Tool } from "./tools.ts";

/** The grid of twelve trials, as text. */
export const GRID_SPEC: string = readFileSync(new URL("grid.yaml", import.meta.url), "utf8");
const DIGITS = "{name: digits, train: 1280, validation: 0, test: 100}";
const SMALL_SPEC = GRID_SPEC.replace(/dataset: .*/, `dataset: ${DIGITS}`);

const PEERS: readonly GridPeer[] = [
  { name: "PyTorch stacked", needs: "torch", script: "grid_torch.py", mode: "stacked" },
  { name: "PyTorch by hand", needs: "torch", script: "grid_torch.py", mode: "manual" },
  { name: "PyTorch eager", needs: "torch", script: "grid_torch.py", mode: "eager" },
  { name: "scikit-learn", needs: "sklearn", script: "grid_sklearn.py", mode: "" },
];

interface GridPeer {
  readonly name: string;
  readonly needs: Tool;
  readonly script: string;
  readonly mode: string;
}

/** Seconds of wall time: the median of the calm runs, else of all. */
export interface CommandTime {
  readonly median: number;
  readonly isDisturbed: boolean;
}

export interface GridRow {
  readonly name: string;
  /** Of its library; absent if it could not be measured. */
  readonly version?: string;
  readonly missing?: string;
  readonly ours?: CommandTime;
  readonly theirs?: CommandTime;
}

export interface GridFigures {
  readonly rows: readonly GridRow[];
}

export const grid: Measurement<GridFigures> = { measure, text };

async function measure(size: Size): Promise<GridFigures> {
  const rounds = bySize(size, { full: 3, quick: 1, smallest: 1 });
  return inTemporaryFolder(async (folder) => {
    const isSmall = size === "smallest";
    if (isSmall) await writeSmallMnist(folder);
    writeFileSync(join(folder, "grid.yaml"), isSmall ? SMALL_SPEC : GRID_SPEC);
    const rows = [];
    for (const peer of isSmall ? [PEERS[0]!, PEERS.at(-1)!] : PEERS)
      rows.push(await measurePair(peer, folder, { isSmall, rounds }));
    return { rows };
  });
}

async function measurePair(
  { name, needs, script, mode }: GridPeer,
  folder: string,
  { isSmall, rounds }: { readonly isSmall: boolean; readonly rounds: number },
): Promise<GridRow> {
  if (missingTools([needs]).length > 0) return { name, missing: `no ${needs}` };
  const env = peerEnvironment(isSmall ? folder : undefined);
  const sweep: Command = [process.execPath, CLI, "sweep", join(folder, "grid.yaml"), "--workers", "2"];
  const ours: Ended[] = [];
  const theirs: Ended[] = [];
  for (let round = 0; round < rounds; round++) {
    theirs.push(
      await inTemporaryFolder((cwd) => timeCommand(peerCommand(script, "grid.csv", mode), { cwd, env })),
    );
    // A new folder each time: nothing that an earlier run has stored helps it.
    ours.push(await inTemporaryFolder((cwd) => timeCommand(sweep, { cwd })));
  }
  return { name, version: theirs[0]!.stdout.trim(), ours: timeOf(ours), theirs: timeOf(theirs) };
}

/** Returns the median of the calm runs, else of all. */
export function timeOf(runs: readonly Ended[]): CommandTime {
  const calm = runs.filter(({ isCalm }) => isCalm);
  const isDisturbed = calm.length === 0;
  return { median: medianOf((isDisturbed ? runs : calm).map(({ seconds }) => seconds)), isDisturbed };
}

function text({ rows }: GridFigures): string {
  const lines = rows.map(({ name, version, missing, ours, theirs }) =>
    ours && theirs
      ? [
          `${name} ${version}`,
          secondsText(ours),
          secondsText(theirs),
          `${factorOf(ours, theirs).toFixed(2)} x`,
        ]
      : [name, "", "", `not measured: ${missing}`],
  );
  return [
    "Twelve trials, whole command, two cores: seconds of wall time; ~ = disturbed",
    tableText([["", "gridient", "peer", "times as fast"], ...lines]),
  ].join("\n");
}

function factorOf(ours: CommandTime, theirs: CommandTime): number {
  return theirs.median / ours.median;
}

function secondsText({ median, isDisturbed }: CommandTime): string {
  return `${isDisturbed ? "~" : ""}${median.toFixed(2)}`;
}
