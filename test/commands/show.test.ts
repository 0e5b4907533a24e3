import { readdirSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";
import { onTerminal } from "./on-terminal.ts";
import { gridient } from "./run-in.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

async function show(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await gridient(root, ["show", ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

describe("gridient show", () => {
  it("shows the same results by name, folder, file and spec", async () => {
    const shown = await show("lr");
    expect(shown).toMatch(/\n1 +3 +95\.7 ± 0\.8 % +best\n/);
    for (const word of ["results/lr", "results/lr/", "results/lr/trials.csv", "experiments/lr.yaml"])
      expect(await show(word)).toBe(shown);
  });

  it("reads every committed result", async () => {
    for (const { name } of readdirSync(join(root, "results"), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith("."),
    ))
      expect(await show(name)).toContain(name);
  });

  it("writes the table that summary.md has", async () => {
    const table = (await show("lr", "--md")).trim().split("\n").slice(2);
    expect(await readFile(join(root, "results/lr/summary.md"), "utf8")).toContain(table.join("\n"));
  });

  it("gives every trial in full as JSON and CSV", async () => {
    const committed = await readFile(join(root, "results/lr/trials.csv"), "utf8");
    expect(`${await show("lr", "--trials", "--csv")}\n`).toBe(committed);
    const { name, trials } = JSON.parse(await show("lr", "--trials", "--json")) as {
      name: string;
      trials: Record<string, string | number | null>[];
    };
    const rows: Record<string, string>[] = parse(committed, { columns: true });
    const text = (value: string | number | null): string => String(value ?? "");
    expect(name).toBe("lr");
    expect(trials.map((trial) => Object.values(trial).map(text))).toEqual(
      rows.map((row) => Object.values(row)),
    );
  });

  it("reads no curves, and writes more rows than are made at once as it writes few", async () => {
    const cwd = await temporaryFolder();
    await cp(join(root, "results/lr"), join(cwd, "lr"), { recursive: true });
    await writeFile(join(cwd, "lr/epochs.csv"), 'no table\n"');
    const own = async (...args: string[]): Promise<string> =>
      (await gridient(cwd, ["show", "lr", "--trials", ...args])).stdout;
    for (const form of [[], ["--csv"], ["--json"]])
      expect(await own(...form)).toBe(await show("lr", "--trials", ...form));
    const [heading, ...rows] = (await readFile(join(cwd, "lr/trials.csv"), "utf8")).trimEnd().split("\n");
    const many = Array.from({ length: 2500 }, (_, i) => rows[0]!.replace(/^\d+/, String(i)));
    const text = [heading, ...many].join("\n");
    await writeFile(join(cwd, "lr/trials.csv"), `${text}\n`);
    expect(await own("--csv")).toBe(text);
    expect((JSON.parse(await own("--json")) as { trials: unknown[] }).trials).toHaveLength(2500);
    const lines = (await own()).split("\n");
    expect(lines).toHaveLength(2501);
    expect(new Set(lines.slice(1).map((line) => line.length)).size).toBe(1);
  });

  it("sorts by any metric, the best first whether high or low, and shows it", async () => {
    const sorted = async (metric: string): Promise<number[]> => {
      const csv = await show("lr", "--trials", "--sort", metric, "--columns", metric, "--csv");
      return csv.split("\n").slice(1).map(Number);
    };
    const [losses, accuracies] = [await sorted("testLoss"), await sorted("testAccuracy")];
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
    expect(accuracies).toEqual(accuracies.toSorted((a, b) => b - a));
    expect(await show("hidden", "--sort", "testLoss")).toMatch(/^ .* test loss$/m);
  });

  it("shows as many rows and such columns as are asked for, axes by their last word, too", async () => {
    const csv = await show(
      "mnist-784-30-10",
      "--columns",
      "init,rank,architecture.hidden",
      "--top",
      "2",
      "--csv",
    );
    expect(csv).toBe("architecture.init,rank,architecture.hidden\nscaled,1,[100]\nscaled,2,[30]");
  });

  it("shows of every trial on a narrow terminal what matters", async () => {
    const out = join(root, "results");
    const printed = await onTerminal(["show", "lr", "--trials", "--top", "2", "--out", out], 60);
    const [above, headings, first] = printed.split("\n");
    expect(above!.trim().split(/ +/)).toEqual(["validation", "test"]);
    expect(headings).toBe("trial  replicate    eta  status       accuracy  accuracy");
    expect(first).toBe("    0          0  0.003  completed     31.00 %   31.75 %");
  });

  it.each([
    [
      "a metric",
      ["lr", "--sort", "testAcuracy"],
      'The results have no metric "testAcuracy"',
      "Write testAccuracy",
    ],
    ["a column", ["lr", "--columns", "rank,etta"], 'The results have no column "etta"', "Write eta"],
    ["results", ["hiden"], 'No results found: "hiden" is not a folder with summary.json', "Write hidden"],
  ])("exits 2 for %s that there is not, with the nearest word", async (_, args, message, hint) => {
    const { exitCode, stdout, stderr } = await gridient(root, ["show", ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});

describe("gridient show of a folder from elsewhere", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await temporaryFolder();
    await cp(join(root, "results/lr"), join(cwd, "copy"), { recursive: true });
  });

  it("needs nothing but the folder", async () => {
    const { stdout } = await gridient(cwd, ["show", "copy"]);
    expect(stdout).toBe(await show("lr"));
  });

  it("lets no text in it steer a terminal, a table or a spreadsheet", async () => {
    await mkdir(join(cwd, "hostile"));
    const summary = await readFile(join(cwd, "copy/summary.json"), "utf8");
    const hostile = summary
      .replace('"name": "lr"', String.raw`"name": "\u001b[2J"`)
      .replaceAll('"value": 3\n', '"value": "=1+1|<b>"\n');
    await writeFile(join(cwd, "hostile/summary.json"), hostile);
    await cp(join(cwd, "copy/trials.csv"), join(cwd, "hostile/trials.csv"));
    const told = async (...args: readonly string[]) =>
      (await gridient(cwd, ["show", "hostile", ...args])).stdout;
    expect(await told()).not.toContain("\u001B");
    expect(await told("--csv")).toContain(",'=1+1|<b>,");
    expect(await told("--md")).toContain(String.raw`\=1+1\|&lt;b&gt;`);
  });
});
