import { describe, expect } from "vitest";
import { expectGolden } from "../../support/expect-golden.ts";
import { itLong } from "../../support/long-form.ts";
import { simulate, type Rates, type Scene } from "../../support/simulated-families.ts";

const HOUR = 3_600_000;
const PROMISED = 0.05;
/** What the rule for pooling was chosen to keep, and four standard errors of the smallest simulation. */
const MOST = 0.06 + 4 * Math.sqrt((0.06 * 0.94) / 500);

interface Row extends Scene {
  readonly text: string;
}

const SIZES = [2, 10, 30, 100].flatMap((settings) => [3, 10].map((replicates) => ({ settings, replicates })));

const NOISES: readonly Omit<Row, "settings" | "replicates">[] = [
  { noise: "normal", text: "normal" },
  { noise: "exponential", text: "exponential" },
  { noise: "lognormal", text: "lognormal" },
  { noise: "normal", shared: 3, text: "normal, three times as much shared by all settings" },
  {
    noise: "normal",
    deviationOf: (i) => (i === 0 ? 3 : 1),
    text: "normal, one setting three times as noisy",
  },
  { noise: "normal", deviationOf: (i) => (i === 0 ? 10 : 1), text: "normal, one setting ten times as noisy" },
  { noise: "normal", deviationOf: (i) => (i === 0 ? 0 : 1), text: "normal, one setting without any" },
  {
    noise: "normal",
    deviationOf: (i) => (i % 2 === 0 ? 5 : 1),
    text: "normal, every other setting five times as noisy",
  },
];

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

function countFor({ settings }: Scene): number {
  return settings > 30 ? 500 : 2000;
}

describe("the rates of wrong and right verdicts", () => {
  itLong(
    "are those of the table, and not far above what is promised",
    () => {
      const scenes = NOISES.flatMap((noise) => SIZES.map((size): Row => ({ ...noise, ...size })));
      const falseRows = scenes.map((scene) => ({ scene, rates: simulate(scene, countFor(scene)) }));
      const shifted = NOISES.slice(0, 4).flatMap((noise) =>
        SIZES.filter(({ settings }) => settings < 100).flatMap((size) =>
          [2, 8].map((shift): Row => ({ ...noise, ...size, shift })),
        ),
      );
      const powerRows = shifted.map((scene) => ({ scene, rates: simulate(scene, 500) }));
      expectGolden("comparison-rates.md", document(falseRows, powerRows));
      const worst = Math.max(...falseRows.map(({ rates }) => rates.found));
      expect(worst).toBeLessThanOrEqual(MOST);
    },
    HOUR,
  );
});

interface Judged {
  readonly scene: Row;
  readonly rates: Rates;
}

function document(falseRows: readonly Judged[], powerRows: readonly Judged[]): string {
  return `# How often verdicts are wrong

Simulated experiments, judged as the leaderboard judges them. Written by the long form of
test/results/comparisons/comparison-rates.test.ts; each row is 2,000 experiments, 500 of 100 settings.

## Settings that are all equally good

The share of experiments in which some setting is called worse than the one that happened to be best. Before: paired t tests
against the best with Holm's correction. Found: intervals that hold all at once (Tukey's where noise is pooled, else those of each pair).

${table(
  ["settings", "replicates", "noise", "promised", "before", "found", "noise pooled in"],
  falseRows.map(({ scene, rates }) => [
    scene.settings,
    scene.replicates,
    scene.text,
    percent(PROMISED),
    percent(rates.before),
    percent(rates.found),
    percent(rates.pooled),
  ]),
)}

## One setting that is worse

All others are equally good. The difference is in standard deviations of one replicate.

${table(
  [
    "settings",
    "replicates",
    "noise",
    "difference",
    "it is called worse",
    "undecided",
    "another is called worse",
  ],
  powerRows.map(({ scene, rates }) => [
    scene.settings,
    scene.replicates,
    scene.text,
    scene.shift ?? 0,
    percent(rates.power),
    percent(rates.undecided),
    percent(rates.found),
  ]),
)}
`;
}
