import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { CLI } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";

/** A trace needs Linux, strace and the right to use it. */
const canTrace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;

const SPEC = "dataset: xor\narchitecture: { hidden: [2] }\neta: [0.1, 1]\nepochs: 2\n";

/** A log of records. */
const LOG = /\/v\d+\/records\/[^/]+\.jsonl$/;

/** One system call that went well; paths as the process named them, or as its file was called when it was opened. */
interface Call {
  readonly name: "write" | "sync" | "rename";
  readonly path: string;
  readonly to?: string;
}

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, "experiments"));
  await writeFile(join(folder, "experiments/pair.yaml"), SPEC);
});

describe.runIf(canTrace)("what a command has written is on the disk with its name when it ends", () => {
  it("every record and every result of a sweep", async () => {
    const trace = await traceOf("sweep", "experiments/pair.yaml");
    expect(expectFlushed(trace).filter((to) => to.endsWith("results/pair"))).toHaveLength(1);
    expectLogged(trace, 2);
  });

  it("every record that is merged", async () => {
    const fill = ["sweep", "experiments/pair.yaml", "--shard", "1/1", "--store", "theirs"];
    await execa(process.execPath, [CLI, ...fill], { cwd: folder });
    const trace = await traceOf("merge", "theirs");
    expectFlushed(trace);
    expectLogged(trace, 2);
  });
});

/** Runs the built program below strace and returns what it wrote, flushed and renamed. */
async function traceOf(...args: string[]): Promise<Call[]> {
  const log = join(folder, "trace");
  const calls = "trace=write,writev,pwrite64,fsync,fdatasync,rename,renameat,renameat2";
  const command = [process.execPath, CLI, ...args];
  await execa("strace", ["-f", "-y", "-qq", "-s", "0", "-e", calls, "-o", log, ...command], { cwd: folder });
  return callsOf(await readFile(log, "utf8"), folder);
}

/** Each file was flushed before its rename, and its folder after. Returns the names that were given. */
function expectFlushed(trace: readonly Call[]): string[] {
  const ours = trace.flatMap((call, at) => (call.name === "rename" ? [{ ...call, at }] : []));
  for (const { path, to = "", at } of ours) {
    const written = trace.findLastIndex(
      (call, i) => i < at && call.name === "write" && isAtOrBelow(call, path),
    );
    const flushed = trace.findLastIndex(
      (call, i) => i < at && call.name === "sync" && isAtOrBelow(call, path),
    );
    expect(flushed, `${path} is flushed after its last write, before its rename`).toBeGreaterThan(written);
    const kept = trace.findIndex((call, i) => i > at && call.name === "sync" && call.path === dirname(to));
    expect(kept, `the folder of ${to} is flushed after the rename`).toBeGreaterThan(at);
  }
  return ours.map(({ to = "" }) => to);
}

/** Records were appended to one log, each was flushed, and the log's folder after the log was made. */
function expectLogged(trace: readonly Call[], records: number): void {
  const [log = ""] = new Set(trace.map(({ path }) => path).filter((path) => LOG.test(path)));
  const calls = trace.flatMap((call, at) => (call.path === log ? [{ ...call, at }] : []));
  const lines = readFileSync(log, "utf8").match(/.+\n/g) ?? [];
  expect(lines).toHaveLength(records);
  const writes = calls.filter(({ name }) => name === "write");
  expect(writes.length, "the last write is the empty line of a closed log").toBeGreaterThan(1);
  for (const { at } of writes.slice(0, -1)) {
    const next = calls.find((call) => call.at > at);
    expect(next?.name, "a write is followed by a flush").toBe("sync");
  }
  const named = trace.findIndex((call) => call.name === "sync" && call.path === dirname(log));
  expect(named, "the folder of the log is flushed before its first record").toBeLessThan(writes[0]!.at);
  expect(named).toBeGreaterThanOrEqual(0);
}

/** Calls in the order in which they ended: while one thread waits, others have lines of their own. */
function callsOf(text: string, folder: string): Call[] {
  const begun = new Map<string, string>();
  return text.split("\n").flatMap((line) => {
    const [, thread = "", rest = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, start] = /^(.*?) *<unfinished \.\.\.>$/.exec(rest) ?? [];
    if (start !== undefined) begun.set(thread, start);
    const end = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    return callOf(end === undefined ? rest : `${begun.get(thread)}${end}`, folder) ?? [];
  });
}

function callOf(line: string, folder: string): Call | undefined {
  const [, name, args = ""] = /^(\w+)\((.*)\) += \d+$/.exec(line) ?? [];
  if (name?.startsWith("rename")) {
    const [from = "", to = ""] = [...args.matchAll(/"([^"]*)"/g)].map(([, path]) =>
      join(folder, path!.replace(folder, "")),
    );
    return { name: "rename", path: from, to };
  }
  const path = /^\d+<([^>]*)>/.exec(args)?.[1];
  if (name === undefined || !path?.startsWith(folder)) return undefined;
  return { name: name.endsWith("sync") ? "sync" : "write", path };
}

function isAtOrBelow({ path }: Call, top: string): boolean {
  return path === top || path.startsWith(`${top}/`);
}
