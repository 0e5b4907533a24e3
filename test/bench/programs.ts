/**
 * Trials of programs beside the bare commands: what a sweep costs for each short process that it starts.
 * @module
 */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timeCommand, timeGridient } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const WORKERS = 2;
/** Milliseconds that a trial takes, besides printing its metric. */
const EACH = 10;
/** So many additions take long beside the start of awk, which each program needs in any case. */
const MANY = 2_000_000;

export interface ProgramFigures {
  readonly trials: number;
  readonly rows: readonly {
    readonly work: string;
    /** Milliseconds of wall time for each, as one of two at a time, without what a command takes to start. */
    readonly bare: number;
    readonly sweep: number;
    readonly ratio: number;
  }[];
}

export const programs: Measurement<ProgramFigures> = { measure, text };

async function measure(size: Size): Promise<ProgramFigures> {
  const trials = bySize(size, { full: 2000, quick: 500, smallest: 4 });
  const rounds = bySize(size, { full: 3, quick: 2, smallest: 1 });
  const rows = [];
  for (const [work, script] of [
    ["waits", `sleep ${EACH / 1000}`],
    ["computes", adding(await additionsIn(EACH))],
  ] as const) {
    const bare: number[] = [];
    const sweep: number[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await milliseconds(trials, (count) => runBare(script, count)));
      sweep.push(await milliseconds(trials, (count) => runSweep(script, count)));
    }
    const [least, most] = [Math.min(...bare), Math.min(...sweep)];
    rows.push({ work, bare: least, sweep: most, ratio: most / least });
  }
  return { trials, rows };
}

function adding(count: number): string {
  return `awk 'BEGIN { for (i = 0; i < ${count}; i++) s += i }'`;
}

/** Returns how many additions of awk take so many milliseconds on this machine. */
async function additionsIn(milliseconds: number): Promise<number> {
  const timeOf = async (count: number): Promise<number> => {
    return 1000 * (await timeCommand(["sh", "-c", adding(count)], { cwd: tmpdir() })).seconds;
  };
  const each = ((await timeOf(MANY)) - (await timeOf(0))) / MANY;
  return Math.round(milliseconds / each);
}

/** Returns the milliseconds that each of many takes more than a tenth of them does. */
async function milliseconds(trials: number, run: (count: number) => Promise<number>): Promise<number> {
  const few = Math.ceil(trials / 10);
  const short = await run(few);
  return (1000 * ((await run(trials)) - short)) / (trials - few);
}

/** Starts the same commands without gridient, as many at a time. */
function runBare(script: string, count: number): Promise<number> {
  return inTemporaryFolder(async (cwd) => {
    writeProgram(cwd, script);
    const command = `seq ${count} | xargs -P ${WORKERS} -n 1 sh program.sh > out.txt`;
    return (await timeCommand(["sh", "-c", command], { cwd })).seconds;
  });
}

function runSweep(script: string, count: number): Promise<number> {
  return inTemporaryFolder(async (cwd) => {
    writeProgram(cwd, script);
    const lines = [
      "kind: program",
      'command: [sh, program.sh, "${n}"]',
      "files: [program.sh]",
      `parameters: {n: {range: {from: 1, to: ${count}, step: 1}}}`,
      "metrics: {loss: minimize}",
    ];
    writeFileSync(join(cwd, "a.yaml"), lines.join("\n"));
    const args = ["sweep", "a.yaml", "--allow-programs", "--workers", WORKERS];
    return (await timeGridient(cwd, args)).seconds;
  });
}

function writeProgram(folder: string, script: string): void {
  writeFileSync(join(folder, "program.sh"), `${script}; echo "{\\"loss\\": $1}"\n`);
}

function text({ trials, rows }: ProgramFigures): string {
  return [
    `Milliseconds for each of ${trials} short programs, ${WORKERS} at a time: by xargs, and as trials`,
    tableText([
      ["a program that", "xargs", "gridient sweep", "ratio"],
      ...rows.map(({ work, bare, sweep, ratio }) => [work, bare, sweep, ratio]),
    ]),
  ].join("\n");
}
