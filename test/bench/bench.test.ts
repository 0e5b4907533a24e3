import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";
import { scriptCommand } from "./commands.ts";
import { PART_NAMES } from "./parts.ts";

const BENCH = new URL("bench.ts", import.meta.url);

/** What a part leaves: some of it where it could not be measured. */
interface Outcome {
  readonly figures?: object;
  readonly text?: string;
  readonly skipped?: string;
}

const { status, output, outcomes } = await runSmallest();

describe("every part of the benchmark works in its smallest form", () => {
  it("and none fails", () => {
    expect(output).not.toContain("failed: ");
    expect(status).toBe(0);
    expect(Object.keys(outcomes).toSorted()).toEqual(PART_NAMES.toSorted());
  });

  it.each(PART_NAMES)("%s", (name) => {
    const { figures, text, skipped } = outcomes[name]!;
    if (skipped !== undefined) {
      process.stderr.write(`SKIPPED: the benchmark's part "${name}": ${skipped}\n`);
      return;
    }
    const missing = [...text!.matchAll(/^.*not measured: .*$/gm)].map(([line]) => line);
    for (const line of missing) process.stderr.write(`SKIPPED: the benchmark's part "${name}": ${line}\n`);
    const numbers = numbersIn(figures);
    expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
    // A comparison that lacks all of its peers has no numbers, and says so.
    expect(numbers.length + missing.length).toBeGreaterThan(0);
  });
});

async function runSmallest() {
  const json = join(await temporaryFolder(), "smallest.json");
  const [program, ...args] = scriptCommand(BENCH, "--smallest", "--json", json);
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: environment() });
  if (status !== 0) process.stderr.write(stdout + stderr);
  const outcomes = JSON.parse(readFileSync(json, "utf8")) as Readonly<Record<string, Outcome>>;
  return { status, output: stdout, outcomes };
}

/** Loading the libraries of Python takes as long as all the rest: the short form does without them. */
function environment(): NodeJS.ProcessEnv {
  if (IS_LONG) return process.env;
  process.stderr.write("SKIPPED: what the benchmark compares with in Python runs in the long form\n");
  return { ...process.env, PEER_PYTHON: "/nonexistent" };
}

/** Returns all numbers in plain data; JSON has null where a number was not finite. */
function numbersIn(value: unknown): number[] {
  if (value === null) return [NaN];
  if (typeof value === "number") return [value];
  return typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}
