import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import type { InputEncoding } from "../../../src/model/model.ts";
import { UnknownValues } from "../../../src/pipeline/models/unknown-values.ts";
import type { Problem } from "../../../src/spec/problem.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";
import { CASES, type Case } from "./cases.ts";

it.each(Object.entries(CASES))(
  "%s is what its example is refused for, and nothing else",
  async (code, example) => {
    const problems = await problemsOf(example);
    expect([...new Set(problems.map((problem) => problem.code))]).toEqual([code]);
    for (const { message, found = "", allowed = "" } of problems) {
      expect(message).toContain(found);
      if (!message.startsWith("Unknown ")) expect(message).toContain(allowed);
    }
  },
);

it("has what was found and what is allowed as fields of their own, where there is such", async () => {
  expect(await problemsOf(CASES["wrong-value"])).toMatchObject([
    {
      message: "epochs must be an integer from 1 to 100000 (got 0.5)",
      found: "0.5",
      allowed: "an integer from 1 to 100000",
    },
  ]);
  const [unknown] = await problemsOf(CASES["unknown-key"]);
  expect(unknown).toMatchObject({ message: 'Unknown key "colour"', found: '"colour"' });
  expect(unknown?.allowed).toContain("dataset, architecture, ");
  const [missing] = await problemsOf(CASES["missing-key"]);
  expect(missing).not.toHaveProperty("found");
  expect(missing).not.toHaveProperty("allowed");
});

it("not-text is also the code of a table", async () => {
  const spec =
    "dataset: {name: csv, path: a.csv, target: c}\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\n";
  const bytes = Buffer.from("x,c\n1,\xff\n", "latin1");
  const problems = await problemsOf({ spec, files: { "a.csv": bytes } });
  expect(problems.map(({ code }) => code)).toEqual(["not-text"]);
});

it("unknown-category is the warning of values that a model has not seen", () => {
  const unknown = new UnknownValues();
  unknown.add({ column: "size", value: "huge" }, () => ({
    line: 2,
    column: 1,
    length: 4,
    sourceLine: "huge",
  }));
  const inputs: InputEncoding = { kind: "columns", columns: [] };
  expect(unknown.warnings("rows.csv", inputs).map(({ code }) => code)).toEqual(["unknown-category"]);
});

/** Returns all problems that a command reports. */
async function problemsOf({ spec, files = {}, args = ["validate", "a.yaml"] }: Case): Promise<Problem[]> {
  const cwd = await temporaryFolder();
  for (const [file, contents] of Object.entries({
    ...files,
    ...(spec !== undefined && { "a.yaml": spec }),
  })) {
    await mkdir(dirname(join(cwd, file)), { recursive: true });
    await writeFile(join(cwd, file), contents);
  }
  const { stdout } = await gridient(cwd, [...args, "--reporter", "json"]);
  const line = stdout.split("\n").findLast((candidate) => candidate.startsWith("["));
  return JSON.parse(line ?? "[]") as Problem[];
}
