import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import { resultFiles } from "../../src/results/result-files.ts";
import { mixedResults } from "../results/mixed-results.ts";
import { EVERY_HOSTILE_STRING } from "../security/hostile-strings.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";

const LR = fileURLToPath(new URL("../../results/lr", import.meta.url));
const MIXED = "results/mixed";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await cp(LR, join(cwd, "results/lr"), { recursive: true });
  await mkdir(join(cwd, MIXED), { recursive: true });
  for (const { path, content } of resultFiles(mixedResults()))
    await writeFile(join(cwd, MIXED, path), content);
});

async function exportIt(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await gridient(cwd, ["export", ...args]);
  return `${exitCode} ${stdout}${stderr}`;
}

describe("gridient export", () => {
  it("names what it writes, by default where the other tool looks for it", async () => {
    expect(await exportIt("lr", "--to", "tensorboard")).toBe("0 tensorboard: runs/lr");
    expect(await exportIt("lr", "--to", "mlflow")).toMatch(/^0 mlflow: mlruns\/\d+$/);
    expect(await exportIt("lr", "--to", "csv")).toBe("0 csv: lr-trials.csv");
    expect(await exportIt("experiments/lr.yaml", "--to", "parquet", "--rows", "epochs")).toBe(
      "0 parquet: lr-epochs.parquet",
    );
    expect(await exportIt("results/lr", "--out", "own.csv")).toBe("0 csv: own.csv");
  });

  it("refuses unknown formats and names the nearest", async () => {
    expect(await exportIt("lr", "--to", "parket")).toMatch(
      /^2 error: .*'parket' is invalid\. Allowed choices are tensorboard, mlflow, csv, parquet\. Did you mean parquet\?/,
    );
    expect(await exportIt("lr", "--to", "xlsx")).toMatch(/parquet\.\n/);
    expect(await exportIt("lr", "--out", "lr.xlsx")).toMatch(
      /^2 error: No format is named\n.*--to tensorboard/s,
    );
    expect(await exportIt("lr", "--to", "mlflow", "--rows", "epochs")).toContain(
      "2 error: --rows must be used with --to csv or --to parquet (got --to mlflow)",
    );
  });

  it("replaces no folder, and no file that it reads", async () => {
    await exportIt("lr", "--to", "mlflow");
    expect(await exportIt("lr", "--to", "mlflow")).toMatch(
      /^2 error: The folder of the export must not exist yet \(got "mlruns\/\d+"\)\n {2}Delete it/,
    );
    await mkdir(join(cwd, "runs/lr"), { recursive: true });
    expect(await exportIt("lr", "--to", "tensorboard")).toMatch(/^2 error: The folder of the export/);
    const file = "results/lr/trials.csv";
    const before = await readFile(join(cwd, file), "utf8");
    expect(await exportIt("lr", "--out", file)).toMatch(/^2 error: The output must not replace a file/);
    expect(await readFile(join(cwd, file), "utf8")).toBe(before);
    expect(await readdir(cwd)).toEqual(["mlruns", "results", "runs"]);
  });

  it("says which results are missing", async () => {
    expect(await exportIt("none", "--to", "csv")).toMatch(/^2 error: No results found: "none"/);
    await rm(join(cwd, "results/lr/epochs.csv"));
    for (const args of [["mlflow"], ["tensorboard"], ["csv", "--rows", "epochs"]])
      expect(await exportIt("lr", "--to", ...args)).toMatch(
        /^2 error: File not found: results\/lr\/epochs.csv/,
      );
    expect(await exportIt("lr", "--to", "csv")).toMatch(/^0/);
  });

  it("exports incomplete results with a warning, and says which trials diverged or failed", async () => {
    expect(await exportIt("mixed", "--to", "csv")).toBe(
      "0 csv: mixed-trials.csvwarning: The results are incomplete: 1 of 8 trials without a record, exported without metrics",
    );
    expect(await exportIt("mixed", "--to", "mlflow")).toContain("1 of 8 trials");
    const [id] = await readdir(join(cwd, "mlruns"));
    const runs = await readdir(join(cwd, "mlruns", id!), { recursive: true });
    const metas = runs.filter((path) => /^\w{32}.meta\.yaml$/.test(path));
    const texts = await Promise.all(metas.map((path) => readFile(join(cwd, "mlruns", id!, path), "utf8")));
    expect(
      texts
        .map((text) => /^status: (\d)$/m.exec(text)?.[1] ?? "")
        .toSorted()
        .join(""),
    ).toBe("33333444");
  });

  it("leaves nothing outside its folder, even if names in the results try it", async () => {
    const summary = JSON.parse(await readFile(join(cwd, MIXED, "summary.json"), "utf8")) as {
      name: string;
      experiment: { base: Record<string, unknown> };
    };
    const names = [...EVERY_HOSTILE_STRING, "../../up", "/root", "..", ".", "con:", "a/../../b", ""];
    summary.name = "../../../out\n#";
    summary.experiment.base["parameters"] = Object.fromEntries(names.map((name) => [name, name]));
    await writeFile(join(cwd, MIXED, "summary.json"), JSON.stringify(summary));
    for (const format of ["tensorboard", "mlflow", "csv", "parquet"])
      expect(await exportIt("mixed", "--to", format), format).toMatch(/^0/);
    const top = await readdir(cwd);
    expect(top.filter((name) => !/^(results|runs|mlruns|[\w.-]+-trials\.(csv|parquet))$/.test(name))).toEqual(
      [],
    );
    const written = await readdir(join(cwd, "mlruns"), { recursive: true });
    expect(written.filter((path) => !/^[\w.\-/\\ ]+$/.test(path))).toEqual([]);
    expect(existsSync(join(cwd, "../out"))).toBe(false);
  });
});
