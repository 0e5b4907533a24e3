import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, it, test } from "vitest";
import { startProgram } from "../../src/runners/process-group.ts";
import { ProgramLauncher } from "../../src/runners/program-launcher.ts";
import { temporaryFolder } from "../support/folders.ts";

const FILE = new URL("../../dist/program/launch-programs.js", import.meta.url);
const environment = { PATH: process.env["PATH"] ?? "" };
const launcher = new ProgramLauncher(FILE, 2);
afterAll(() => launcher.close());

/** Runs a line of a shell; returns how it ended, what it printed, and in which slot it ran. */
async function run(
  script: string,
  { timeout, signal = new AbortController().signal }: { timeout?: number; signal?: AbortSignal } = {},
) {
  const printed = { stdout: "", stderr: "" };
  let slot = -1;
  const end = await launcher.run(
    { command: ["/bin/sh", "-c", script], folder: ".", environment },
    {
      timeout,
      signal,
      onStart: (used) => (slot = used),
      onOutput: (piece, stream) => (printed[stream] += Buffer.from(piece).toString()),
    },
  );
  return { end, ...printed, slot };
}

/** Returns the lines of `ps` that have a text in them. */
function processesWith(text: string, columns = "args="): string[] {
  const all = execFileSync("ps", ["-eo", columns], { encoding: "utf8" }).split("\n");
  return all.filter((line) => line.includes(text) && !line.includes("/bin/sh -c"));
}

function launcherPid(): number {
  const lines = processesWith(fileURLToPath(FILE), "pid=,ppid=,args=");
  const own = lines.find((line) => line.includes(` ${process.pid} `)) ?? "";
  return Number(own.trim().split(" ")[0]);
}

describe("ProgramLauncher", () => {
  it("passes on what a program prints, and how it ends", async () => {
    expect(await run("printf one; printf two >&2; exit 3")).toMatchObject({
      end: { status: "exited", code: 3 },
      stdout: "one",
      stderr: "two",
    });
    expect((await run("kill -SEGV $$")).end).toEqual({ status: "killed", by: "SIGSEGV" });
    expect((await run("sleep 98761", { timeout: 0.1 })).end).toEqual({ status: "timeout" });
    expect((await run("exit", { signal: AbortSignal.abort() })).end).toEqual({ status: "cancelled" });
    expect((await run("sleep 98761", { signal: AbortSignal.timeout(50) })).end).toEqual({
      status: "cancelled",
    });
    expect(processesWith("sleep 98761")).toEqual([]);
  });

  it("refuses what cannot be started", async () => {
    const use = { signal: new AbortController().signal, onOutput: () => undefined };
    const refusal = (word: string) => launcher.run({ command: [word], folder: ".", environment }, use);
    expect(await refusal("no-such-program-here")).toEqual({ status: "refused", reason: "ENOENT" });
    expect(await refusal("a\0b")).toEqual({ status: "refused", reason: "ERR_INVALID_ARG_VALUE" });
  });

  it("runs as many at a time as it has slots", async () => {
    const log = join(await temporaryFolder(), "log");
    const script = `echo 1 >> ${log}; sleep 0.05; echo -1 >> ${log}`;
    const all = await Promise.all(Array.from({ length: 6 }, () => run(script)));
    for (const { slot } of all) expect([0, 1]).toContain(slot);
    let running = 0;
    for (const line of (await readFile(log, "utf8")).trim().split("\n"))
      expect((running += Number(line))).toBeLessThanOrEqual(2);
  });

  it("knows the group of a program before anything else of it, so that it can end the program", async () => {
    const late = "const now = setTimeout; globalThis.setTimeout = (work, delay) => now(work, delay + 1000)";
    const process = fork(FILE, ["1"], {
      execArgv: ["--import", `data:text/javascript,${encodeURIComponent(late)}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    process.send({ id: 1, start: { command: ["/bin/echo", "now"], folder: ".", environment } });
    const [news] = await once(process, "message");
    process.disconnect();
    expect(news).toEqual([{ id: 1, slot: 0, group: expect.any(Number) }]);
  });

  it.runIf(process.platform === "linux")(
    "ends what its process has started if that is killed, and starts another one",
    async () => {
      const running = run("sleep 98762 & sleep 98762");
      while (processesWith("sleep 98762").length < 2) await setTimeout(20);
      await setTimeout(50); // until its group is known
      process.kill(launcherPid(), "SIGKILL");
      expect((await running).end).toEqual({ status: "killed", by: "SIGKILL" });
      while (processesWith("sleep 98762").length > 0) await setTimeout(20);
      expect(await run("echo again")).toMatchObject({
        stdout: "again\n",
        end: { status: "exited", code: 0 },
      });
    },
  );
});

test("output is read to its end, even if this process was too busy to read it for a while", async () => {
  const texts = await Promise.all(
    Array.from({ length: 8 }, async () => {
      let text = "";
      const start = { command: ["/bin/sh", "-c", "sleep 0.2; echo late"], folder: ".", environment } as const;
      const program = startProgram(start, {
        signal: new AbortController().signal,
        onOutput: (piece) => void (text += Buffer.from(piece).toString()),
      });
      await program.gone;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200); // as starting the next program does
      await program.ended;
      return text;
    }),
  );
  expect(texts).toEqual(Array.from({ length: 8 }, () => "late\n"));
});
