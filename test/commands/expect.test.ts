import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../src/spec/problem.ts";
import { temporaryFolder } from "../support/folders.ts";
import { parseXml } from "../support/parse-xml.ts";
import { gridient, type Ended } from "./run-in.ts";

const SPEC =
  "dataset: xor\narchitecture: {hidden: [4]}\neta: [0.001, 10]\nbatchSize: full\nepochs: 500\nreplicates: 2\n";
const EXPECT = `expect:
  - because: eta 10 learns it
    where: {eta: 10}
    atLeast: 0.9
  - because: "it diverges ::error::"
    where: {eta: 0.001}
    diverged: every
  - {where: {eta: 0.001}, atLeast: 0.9}
`;
const FILE = "experiments/both.yaml";
const PLAIN = "experiments/plain.yaml";

let cwd: string;
let swept: Ended;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, PLAIN), SPEC);
  await writeFile(join(cwd, FILE), SPEC + EXPECT);
  await writeFile(join(cwd, "step.md"), "before\n\n");
  const env = { GITHUB_STEP_SUMMARY: join(cwd, "step.md") };
  swept = await gridient(cwd, ["sweep", FILE, PLAIN, "--junit", "reports/junit.xml"], env);
});

function text(file: string): Promise<string> {
  return readFile(join(cwd, file), "utf8");
}

describe("gridient sweep of a spec that expects something", () => {
  it("tells all that does not hold at its line; results are written, exit code 1", async () => {
    const { exitCode, stdout, stderr } = swept;
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^1 of 3 expectations holds$/m);
    expect(stderr).toContain(
      `${FILE}:11:5: error: it diverges ::error::: every replicate must diverge where eta = 0.001 (got 0 of 2 diverge)`,
    );
    expect(stderr).toContain(`${FILE}:14:6: error: Test accuracy must be`);
    expect(stderr).toContain("2 expectations do not hold");
    const summary = await text("results/both/summary.md");
    expect(summary).toContain("## What this experiment must show\n\n1 of 3 expectations holds.");
    expect(summary).toContain(
      "| eta 10 learns it | test accuracy must be at least 90.00 % where eta = 10 | 100.00 % | yes |",
    );
    const { expectations } = JSON.parse(await text("results/both/summary.json")) as {
      expectations: object[];
    };
    expect(expectations).toMatchObject([{ holds: true }, { holds: false }, { because: null, holds: false }]);
  });

  it("writes nothing of expectations where there are none", async () => {
    expect(swept.stdout.match(/expectation/g)).toHaveLength(1);
    expect(await text("results/plain/summary.json")).not.toContain("expectation");
    expect(await text("results/plain/summary.md")).not.toContain("must show");
  });

  it("writes --junit, one suite for each experiment", async () => {
    const [both, plain] = parseXml(await text("reports/junit.xml")).children;
    expect(both!.attributes).toMatchObject({ name: "both", file: FILE, tests: "4", failures: "2" });
    expect(both!.children[2]!.children[0]!.text).toContain(
      `${FILE}:11:5: it diverges ::error::: every replicate must diverge where eta = 0.001`,
    );
    expect(plain!.attributes).toMatchObject({ name: "plain", tests: "1", failures: "0" });
  });

  it("adds to the summary of a GitHub job", async () => {
    const summary = await text("step.md");
    expect(summary).toMatch(/^before\n\n## sweep experiments\/both\.yaml\n\n/);
    expect(summary).toContain("| **failed** | it diverges ::error::: every replicate must diverge");
    expect(summary).toContain("| passed | every trial has a record | 4 of them |");
    expect(summary).toContain("### Leaderboard");
    expect(summary).toContain("## sweep experiments/plain.yaml");
  });

  it("ends with exit code 0 where all holds", async () => {
    const args = ["sweep", PLAIN, "--set", "expect=[{at: 0, atMost: 0.9}]", "--out", "held"];
    const held = await gridient(cwd, args);
    expect(held).toMatchObject({ exitCode: 0, stderr: "" });
    expect(held.stdout).toMatch(/^1 of 1 expectation holds$/m);
  });

  it("does not judge where a trial fails, which --junit tells as well", async () => {
    const slow =
      "dataset: digits\narchitecture: {hidden: [100]}\neta: 1\nepochs: 5000\nrun: {timeout: 0.2}\n";
    await writeFile(join(cwd, "slow.yaml"), `${slow}expect: [{atLeast: 1}]\n`);
    const { exitCode, stdout, stderr } = await gridient(cwd, ["sweep", "slow.yaml", "--junit", "slow.xml"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("1 expectation not judged");
    expect(stderr).not.toContain(" (got ");
    const [trial, expectation] = parseXml(await text("slow.xml")).children[0]!.children;
    expect(trial!.children[0]!.attributes["message"]).toContain("timeout");
    expect(expectation!.children[0]!.name).toBe("skipped");
  });

  it("says that a report cannot be written", async () => {
    const { exitCode, stderr } = await gridient(cwd, ["sweep", PLAIN, "--junit", "experiments"]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: The system reported an error: .*experiments/m);
  });
});

describe("gridient sweep --check", () => {
  it("judges, and tells problems as JSON in the last line and as a workflow's annotations", async () => {
    const args = ["sweep", "--check", FILE, "--reporter", "json"];
    const { exitCode, stdout, stderr } = await gridient(cwd, args, { GITHUB_ACTIONS: "true" });
    expect(exitCode).toBe(1);
    const lines = stdout.split("\n");
    expect(JSON.parse(lines[0]!)).toEqual([]);
    expect(lines[1]).toBe("same bytes  results/both");
    const problems = JSON.parse(lines.at(-1)!) as Problem[];
    expect(problems.map(({ line, column, length }) => [line, column, length])).toEqual([
      [11, 5, 7],
      [14, 6, 5],
    ]);
    const commands = stderr.split("\n").filter((line) => line.includes("::"));
    expect(commands).toHaveLength(2);
    expect(commands[0]).toMatch(
      /^::error file=experiments\/both\.yaml,line=11,col=5,endColumn=11,title=gridient::/,
    );
  });
});

describe("gridient verify", () => {
  it("judges when it retrains all, not when it retrains a sample", async () => {
    const verified = await gridient(cwd, ["verify", FILE]);
    expect(verified).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("same tables") as string });
    expect(verified.stderr).toContain(`${FILE}:11:5`);
    const sampled = await gridient(cwd, ["verify", FILE, "--sample", "1"]);
    expect(sampled.exitCode).toBe(0);
    expect(sampled.stdout).toContain("3 expectations not judged");
  });
});
