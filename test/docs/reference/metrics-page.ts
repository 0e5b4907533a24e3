import { METRICS, type Metric } from "../../../src/metrics/metrics.ts";
import { metricText } from "../../../src/results/metric-text.ts";

/** Returns docs/reference/metrics.md. */
export function metricsPage(): string {
  const rows = METRICS.filter(
    ({ name }) => !/(?:Of[1-9]|layerGradient\d*[2-9]|layerGradient10|^v([2-9]|10))$/.test(name),
  );
  return `# Metrics

Every metric. The same names are columns of \`trials.csv\` and \`epochs.csv\`, and values of \`metric\` in \`objective\` and \`expect\`. \`earlyStopping\`,
\`target\` and the schedule \`plateau\` accept losses, accuracies and scores of all classes. [Scores](training.md#metrics-and-scores) and
[gradients](training.md#gradients) have their definitions.

- "asked for by" is the word in \`metrics\` that adds the metric; "always" metrics are measured whenever the data has the part.
- \`...Of0\` is also there for classes 1 to 9, \`layerGradient1\` for layers 2 to 10, \`v1\` as \`v2\` to \`v10\`.
- The other columns of the tables are in [Files](files.md).

| metric | in words | better | asked for by | needs |
| --- | --- | --- | --- | --- |
${rows.map(row).join("\n")}
`;
}

function row(metric: Metric): string {
  const { name, goal, isDefault, family } = metric;
  const words = metricText(name, { scaledTargets: [] });
  const asked = isDefault
    ? "always"
    : isOfFunction(metric)
      ? "always (functions)"
      : `\`${family ?? name}\`${name === "gradientNorm" ? ", always (functions)" : ""}`;
  return `| \`${name}\` | ${words} | ${goal === "maximize" ? "higher" : "lower"} | ${asked} | ${needs(metric)} |`;
}

function isOfFunction({ name, quantity }: Metric): boolean {
  return quantity === "value" || quantity === "coordinate" || name === "stepsToTolerance";
}

function needs({ part, target, ofClass, layers, name }: Metric): string {
  return [
    part === "validation" && "a validation part",
    target === "classes" && (ofClass === undefined ? "classes" : "that class"),
    target === "numbers" && "numbers to predict",
    layers !== undefined && "that layer",
    name === "epochsToTarget" && "a `target`",
  ]
    .filter((need) => need !== false)
    .join(", ");
}
