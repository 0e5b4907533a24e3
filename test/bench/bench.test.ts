import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";
import { scriptCommand, timeCommand, type Ended, type Used } from "./commands.ts";
import { measurePart, missingFor } from "./measure-part.ts";
import { PART_NAMES } from "./parts.ts";

const BENCH = new URL("bench.ts", import.meta.url);

// Some forty commands: starting each as a process would take longer than all else that is measured.
vi.mock(import("./commands.ts"), async (original) => {
  const real = await original();
  return {
    ...real,
    runGridient: runHere,
    timeGridient: timeHere,
    timeCommand: (command, options) =>
      command[1] === real.CLI ? timeHere(options.cwd, command.slice(2)) : real.timeCommand(command, options),
  };
});

async function runHere(cwd: string, args: readonly (string | number)[]): Promise<Ended & Used> {
  const start = performance.now();
  const { exitCode = null, stdout, stderr } = await gridient(cwd, args.map(String));
  const seconds = (performance.now() - start) / 1000;
  const { rss } = process.memoryUsage();
  return {
    code: exitCode,
    stdout,
    stderr,
    seconds,
    isCalm: true,
    note: "",
    cpuSeconds: seconds,
    peakBytes: rss,
  };
}

async function timeHere(cwd: string, args: readonly (string | number)[]): Promise<Ended & Used> {
  const ended = await runHere(cwd, args);
  if (ended.code !== 0)
    throw new Error(`gridient ${args.join(" ")} ended with ${ended.code}: ${ended.stderr}`);
  return ended;
}

beforeAll(() => {
  if (IS_LONG) return;
  // Loading the libraries of Python takes as long as all the rest.
  vi.stubEnv("PEER_PYTHON", "/nonexistent");
  process.stderr.write("SKIPPED: what the benchmark compares with in Python runs in the long form\n");
});

afterAll(() => {
  vi.unstubAllEnvs();
});

describe("every part of the benchmark works in its smallest form", () => {
  it.each(PART_NAMES)("%s", async (name) => {
    const lacks = missingFor(name, "smallest");
    if (lacks.length > 0) {
      process.stderr.write(`SKIPPED: the benchmark's part "${name}": no ${lacks.join(", no ")}\n`);
      return;
    }
    const { text, figures } = await measurePart(name, "smallest");
    const missing = [...text.matchAll(/^.*not measured: .*$/gm)].map(([line]) => line);
    for (const line of missing) process.stderr.write(`SKIPPED: the benchmark's part "${name}": ${line}\n`);
    const numbers = numbersIn(figures);
    expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
    // A comparison that lacks all of its peers has no numbers, and says so.
    expect(numbers.length + missing.length).toBeGreaterThan(0);
  });

  it("and the command measures a part in a process of its own", async () => {
    const json = join(await temporaryFolder(), "smallest.json");
    const { stdout } = await timeCommand(scriptCommand(BENCH, "hostile", "--smallest", "--json", json), {
      cwd: ".",
    });
    expect(stdout).toContain("# hostile: validate on small files that ask for much");
    expect(existsSync(json) && JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
      hostile: { text: expect.stringContaining("answer"), figures: { rows: [{}] } },
    });
  });
});

/** Returns all numbers in plain data. */
function numbersIn(value: unknown): number[] {
  if (value === null) return [NaN];
  if (typeof value === "number") return [value];
  return typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}
