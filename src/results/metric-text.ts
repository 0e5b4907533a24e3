import { METRICS } from "../spec/metrics.ts";

/** Returns a metric's name in words: "validationAccuracy" -> "validation accuracy", "testF1Of3" -> "test F1 of class 3". */
export function metricText(name: string): string {
  const metric = METRICS.find((candidate) => candidate.name === name);
  if (metric?.score) {
    const scope = metric.ofClass === undefined ? "" : ` of class ${metric.ofClass}`;
    return `${metric.part} ${metric.score.text}${scope}`;
  }
  if (/^v\d+$/.test(name)) return name; // a variable of a function
  return name.replaceAll(/[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`);
}
