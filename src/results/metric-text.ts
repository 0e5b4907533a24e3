import { METRICS, metricNamed } from "../metrics/metrics.ts";
import { withArticle } from "../text/counted.ts";
import type { OwnUnits } from "./own-units.ts";

/**
 * Returns a metric's name in words: "validationAccuracy" -> "validation accuracy", "testF1Of3" -> "test F1 of class 3".
 *
 * @param results The results that the metric belongs to: losses of scaled targets are called "scaled validation loss".
 */
export function metricText(name: string, { scaledTargets }: OwnUnits): string {
  const metric = METRICS.find((candidate) => candidate.name === name);
  const isScaled = scaledTargets && (metric?.quantity === "loss" || metric?.quantity === "cost");
  if (metric?.score) {
    const scope = metric.ofClass === undefined ? "" : ` of class ${metric.ofClass}`;
    return `${metric.part} ${metric.score.text}${scope}`;
  }
  if (!metric) return name; // a program's own word
  if (/^v\d+$/.test(name)) return name; // a variable of a function
  return `${isScaled ? "scaled " : ""}${name.replaceAll(/[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`)}`;
}

/** Returns a metric's name in words, with its article: "a loss", "an accuracy"; "epochs to target" are several. */
export function metricPhrase(name: string, units: OwnUnits): string {
  const text = metricText(name, units);
  return metricNamed(name).quantity === "epochs" ? text : withArticle(text);
}
