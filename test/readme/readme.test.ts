import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { fillTables } from "../../src/report/living-tables.ts";
import { cellsOf } from "../../src/spec/configuration/cells-of.ts";
import { defaultOptions } from "../../src/spec/schema/defaults.ts";
import { readExperiment } from "../../src/spec/experiment/read-experiment.ts";
import { readSelection } from "../../src/spec/rules/read-selection.ts";
import { onTerminal } from "../commands/on-terminal.ts";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { planTrials } from "../../src/trials/plan.ts";

const root = new URL("../../", import.meta.url);
const PAGES = [
  "README.md",
  "experiments/DATA.md",
  "experiments/FIELDS.md",
  "experiments/LIMITS.md",
  "experiments/README.md",
  "results/README.md",
  "src/README.md",
];
const pages = PAGES.map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));
const readme = pages[0]!.text;
const all = pages.map(({ text }) => text).join("\n");
const scripts = (
  JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { scripts: Record<string, string> }
).scripts;

describe("README", () => {
  it("names only scripts of package.json", () => {
    const named = [...all.matchAll(/npm (?:run (?:-s )?)([a-z:]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(pages)("$path links only to files that exist", ({ path, text }) => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !existsSync(new URL(link, new URL(path, root))))).toEqual([]);
  });

  it("shows an experiment file that is valid and says all defaults right", () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)![1]!;
    const minimal = "dataset: digits\narchitecture: {hidden: [30]}\neta: [0.03, 0.3, 3]\nepochs: 10\n";
    const read = (text: string) => readExperiment(text, "experiments/readme.yaml", { limit: 10 }).experiment;
    const { description: _, replicates, ...shown } = read(yaml)!;
    expect(replicates).toEqual({ count: 3, baseSeed: 0 });
    expect(shown).toEqual({ ...read(minimal)!, replicates: undefined, ...shown });
    expect(shown.base).toEqual(read(minimal)!.base);
  });

  it("shows a grid with every rule", () => {
    const rules = /All rules at once[\s\S]*?```yaml\n([\s\S]*?)```/.exec(all)![1]!;
    const { experiment, problems } = readExperiment(rules, "experiments/readme.yaml", { limit: 100 });
    expect(problems).toEqual([]);
    const { configurations } = planTrials(experiment!);
    const counts = ["plain", "deep", undefined].map((name) => {
      return configurations.filter(({ variant }) => variant === name).length;
    });
    expect(counts).toEqual([12, 12, 1]);
  });

  it("shows an optimizer whose options are axes", () => {
    const yaml = /## Optimizers[\s\S]*?```yaml\n([\s\S]*?)```/.exec(all)![1]!;
    const { experiment } = readExperiment(yaml, "experiments/readme.yaml", { limit: 10 });
    const optimizers = planTrials(experiment!).configurations.map(
      ({ configuration }) => configuration.optimizer,
    );
    expect(optimizers.map(({ momentum, l2 }) => [momentum, l2])).toEqual([
      [0.5, 0],
      [0.5, 1],
      [0.9, 0],
      [0.9, 1],
    ]);
  });

  it("shows when trials stop", () => {
    const yaml = /## Until the result[\s\S]*?```yaml\n([\s\S]*?)```/.exec(all)![1]!;
    const { experiment } = readExperiment(yaml, "experiments/readme.yaml", { limit: 10 });
    expect(experiment!.base).toMatchObject({ earlyStopping: { patience: 5 }, target: { value: 0.95 } });
  });

  it("shows class weights and soft labels, as axes", () => {
    const yaml = /## Weights of classes[\s\S]*?```yaml\n([\s\S]*?)```/.exec(all)![1]!;
    const { experiment } = readExperiment(yaml, "experiments/readme.yaml", { limit: 10 });
    expect(experiment!.sweep.columns.map(({ values }) => values.length)).toEqual([3, 2]);
  });

  it("says what every schedule's options are by default", () => {
    for (const name of [
      "constant",
      "step",
      "exponential",
      "inverse",
      "cosine",
      "warmup",
      "oneCycle",
      "plateau",
    ]) {
      const row = all.split("\n").find((line) => line.startsWith(`| \`${name}\``))!;
      const { name: _, ...options } = defaultOptions(name);
      for (const [option, value] of Object.entries(options))
        expect(row).toContain(`\`${option}\` ${String(value)}`);
    }
  });

  it("says what every optimizer's options are by default", () => {
    for (const name of ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]) {
      const row = all.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${name}\``))!;
      const { name: _, l2, l1, clipNorm, maxNorm, ...own } = defaultOptions(name);
      for (const penalty of [l2 ?? 0, l1, clipNorm, maxNorm]) expect(penalty).toBe(0);
      for (const [option, value] of Object.entries(own))
        expect(row).toContain(`\`${option}\` ${String(value)}`);
    }
  });

  it("shows every kind of expectation", () => {
    const yaml = /```yaml\n([^`]*?expect:[\s\S]*?)```/.exec(all)![1]!;
    const { experiment, problems } = readExperiment(yaml, "experiments/readme.yaml", { limit: 100 });
    expect(problems).toEqual([]);
    const kinds = new Set(experiment!.expect!.map(({ claim }) => claim.kind));
    expect([...kinds]).toEqual(["bound", "divergence", "comparison", "trend"]);
  });

  it("shows what plan prints, but for times and memory", async () => {
    const shown = /```text\n\$ npm run -s gridient -- (plan .*)\n([\s\S]*?)```/.exec(readme)!;
    const folder = await temporaryFolder();
    const args = [...shown[1]!.split(" "), "--store", folder, "--workers", "2"];
    const { stdout } = await gridient(fileURLToPath(root), args, { XDG_CACHE_HOME: folder });
    expect(withoutFigures(stdout)).toBe(withoutFigures(shown[2]!));
  });

  it("shows what show prints on a terminal", async () => {
    const [, command, shown] = /```text\n\$ npm run -s gridient -- (show .*)\n([\s\S]*?)```/.exec(all)!;
    const out = join(fileURLToPath(root), "results");
    expect(await onTerminal([...command!.split(" "), "--out", out], 100)).toBe(shown);
  });

  it("selects configurations of the experiment that it shows --only with", () => {
    const [, file, conditions] = /npm run sweep -- (\S+) --only '([^']*)'/.exec(all)!;
    const { selection, problems } = readSelection(conditions!);
    expect(problems).toEqual([]);
    const { experiment } = readExperiment(readFileSync(new URL(file!, root), "utf8"), file!, { limit: 100 });
    const { configurations } = planTrials(experiment!);
    const selected = configurations.filter(({ configuration }) => {
      return selection!.matches({ cells: cellsOf(configuration) });
    });
    expect(selected.map(({ configuration }) => configuration.eta)).toEqual([1, 3, 10, 30]);
  });

  it("shows what explain prints", async () => {
    const shown = /```text\n(experiments\/lr.yaml: trial[\s\S]*?)\n```/.exec(all)![1]!;
    const { stdout } = await gridient(fileURLToPath(root), ["explain", "experiments/lr.yaml", "4"]);
    expect(stdout).toBe(shown);
  });

  it("gives the figures of results/mnist-784-30-10/trials.csv", () => {
    const csv = readFileSync(new URL("results/mnist-784-30-10/trials.csv", root));
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    const percent = (accuracy: number): string => (100 * accuracy).toFixed(2);
    const settings = new Map<string, number[]>();
    for (const row of rows) {
      const network = `784-${row["architecture.hidden"]!.slice(1, -1)}-10`;
      const key = `| ${network.padEnd(10)} | \`${row["architecture.init"]}\` |`;
      settings.set(key, [...(settings.get(key) ?? []), Number(row["testAccuracy"])]);
    }
    for (const [key, accuracies] of settings) {
      const mean = accuracies.reduce((sum, value) => sum + value, 0) / accuracies.length;
      expect(readme).toContain(`${key} ${percent(mean)} | ${accuracies.map(percent).join(", ")} |`);
    }
  });

  it("quotes tables of committed results as they are", () => {
    const { text, problems } = fillTables(readme, "README.md", (folder) => {
      return readFileSync(new URL(`${folder}/summary.md`, root), "utf8");
    });
    expect(problems).toEqual([]);
    expect(text).toBe(readme);
    expect(text).toContain("| 1 | 3 | 95.72 ± 0.79 % |");
  });
});

/** Masks what depends on the machine. */
function withoutFigures(plan: string): string {
  return plan
    .replaceAll(/ +(time a trial|[\d.]+ s$)/gm, " T")
    .replaceAll(/about.*/g, "about")
    .trim();
}
