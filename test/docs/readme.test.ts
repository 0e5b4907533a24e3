import { asNetwork } from "../../src/configuration/kind-of.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { fillTables } from "../../src/report/living-tables.ts";
import { pointOf } from "../../src/spec/point-of.ts";
import { defaultOptions } from "../../src/fields/defaults.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { readSelection } from "../../src/spec/grid/rules/read-selection.ts";
import { onTerminal } from "../commands/on-terminal.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { blockOf, pageAt } from "./pages.ts";

const root = new URL("../../", import.meta.url);
const readme = pageAt("README.md").text;
const TRAINING = "docs/reference/training.md";
const training = pageAt(TRAINING).text;

describe("README", () => {
  it("is read in three minutes", () => {
    expect(readme.length).toBeGreaterThan(5_500);
    expect(readme.length).toBeLessThan(8_200);
  });

  it("quotes tables of committed results as they are", () => {
    const { text, problems } = fillTables(readme, "README.md", (folder) => {
      return readFileSync(new URL(`${folder}/summary.md`, root), "utf8");
    });
    expect(problems).toEqual([]);
    expect(text).toBe(readme);
    expect(text).toContain("| 1 | 3 | 95.7 ± 0.8 % |");
  });
});

describe("docs/reference", () => {
  it("shows an experiment file that is valid and says all defaults right", () => {
    const yaml = blockOf(TRAINING, "yaml", /^description: The learning rate/m);
    const minimal = "dataset: digits\narchitecture: {hidden: [30]}\neta: [0.03, 0.3, 3]\nepochs: 10\n";
    const read = (text: string) => readExperiment(text, "experiments/readme.yaml", { limit: 10 }).experiment;
    const { description: _, replicates, ...shown } = read(yaml)!;
    expect(replicates).toEqual({ count: 3, baseSeed: 0 });
    expect(shown).toEqual({ ...read(minimal)!, replicates: undefined, ...shown });
    expect(shown.base).toEqual(read(minimal)!.base);
  });

  it("shows a grid with every rule", () => {
    const rules = blockOf("docs/reference/grids.md", "yaml", /^    plain: \{\}/m);
    const { experiment, problems } = readExperiment(rules, "experiments/readme.yaml", { limit: 100 });
    expect(problems).toEqual([]);
    const { configurations } = planTrials(experiment!);
    const counts = ["plain", "deep", undefined].map((name) => {
      return configurations.filter(({ variant }) => variant === name).length;
    });
    expect(counts).toEqual([12, 12, 1]);
  });

  it("shows an optimizer whose options are axes", () => {
    const yaml = blockOf(TRAINING, "yaml", /^optimizer: \{/m);
    const { experiment } = readExperiment(yaml, "experiments/readme.yaml", { limit: 10 });
    const optimizers = planTrials(experiment!).configurations.map(
      ({ configuration }) => asNetwork(configuration).optimizer,
    );
    expect(optimizers.map(({ momentum, l2 }) => [momentum, l2])).toEqual([
      [0.5, 0],
      [0.5, 1],
      [0.9, 0],
      [0.9, 1],
    ]);
  });

  it("shows when trials stop", () => {
    const yaml = blockOf(TRAINING, "yaml", /^earlyStopping:/m);
    const { experiment } = readExperiment(yaml, "experiments/readme.yaml", { limit: 10 });
    expect(experiment!.base).toMatchObject({ earlyStopping: { patience: 5 }, target: { value: 0.95 } });
  });

  it("shows class weights and soft labels, as axes", () => {
    const yaml = blockOf(TRAINING, "yaml", /^classWeights: \[/m);
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
      const row = training.split("\n").find((line) => line.startsWith(`| \`${name}\``))!;
      const { name: _, ...options } = defaultOptions(name);
      for (const [option, value] of Object.entries(options))
        expect(row).toContain(`\`${option}\` ${String(value)}`);
    }
  });

  it("says what every optimizer's options are by default", () => {
    for (const name of ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]) {
      const row = training.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${name}\``))!;
      const { name: _, l2, l1, clipNorm, maxNorm, ...own } = defaultOptions(name);
      for (const penalty of [l2 ?? 0, l1, clipNorm, maxNorm]) expect(penalty).toBe(0);
      for (const [option, value] of Object.entries(own))
        expect(row).toContain(`\`${option}\` ${String(value)}`);
    }
  });

  it("shows every kind of expectation", () => {
    const yaml = blockOf(TRAINING, "yaml", /^expect:/m);
    const { experiment, problems } = readExperiment(yaml, "experiments/readme.yaml", { limit: 100 });
    expect(problems).toEqual([]);
    const kinds = new Set(experiment!.expect!.map(({ claim }) => claim.kind));
    expect([...kinds]).toEqual(["bound", "divergence", "comparison", "trend"]);
  });
});

describe("docs/how-to", () => {
  it("shows what show prints on a terminal", async () => {
    const [command, ...shown] = blockOf("docs/how-to/read-results.md", "text").split("\n");
    const out = join(fileURLToPath(root), "results");
    const args = command!.replace("$ npx gridient ", "").split(" ");
    expect(await onTerminal([...args, "--out", out], 100)).toBe(shown.join("\n"));
  });

  it("selects configurations of the experiment that it shows --only with", () => {
    const script = blockOf("docs/how-to/cut-a-sweep-short.md", "sh");
    const { selection, problems } = readSelection(/--only '([^']*)'/.exec(script)![1]!);
    expect(problems).toEqual([]);
    const text = readFileSync(new URL("experiments/lr.yaml", root), "utf8");
    const { experiment } = readExperiment(text, "experiments/lr.yaml", { limit: 100 });
    const { configurations } = planTrials(experiment!);
    const selected = configurations.filter(({ configuration }) => {
      return selection!.matches(pointOf({ configuration }, experiment!.sweep));
    });
    expect(selected.map(({ configuration }) => asNetwork(configuration).eta)).toEqual([0.3, 1, 3, 10, 30]);
  });
});

describe("docs/explanation/published-results.md", () => {
  it("gives the figures of results/mnist-784-30-10/trials.csv", () => {
    const page = pageAt("docs/explanation/published-results.md").text;
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
      expect(page).toContain(`${key} ${percent(mean)} | ${accuracies.map(percent).join(", ")} |`);
    }
  });
});
