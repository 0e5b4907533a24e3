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
    expect(await codesOf(example)).toEqual([code]);
  },
);

it("not-text is also the code of a table", async () => {
  const spec =
    "dataset: {name: csv, path: a.csv, target: c}\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\n";
  const bytes = Buffer.from("x,c\n1,\xff\n", "latin1");
  expect(await codesOf({ spec, files: { "a.csv": bytes } })).toEqual(["not-text"]);
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

/** Returns the codes of all problems that a command tells, each once. */
async function codesOf({ spec, files = {}, args = ["validate", "a.yaml"] }: Case): Promise<string[]> {
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
  const problems = JSON.parse(line ?? "[]") as Problem[];
  return [...new Set(problems.map((problem) => problem.code))];
}
