import type { TargetColumn } from "../../data/table/encoding.ts";
import { scoreKind, type Model } from "../model.ts";
import type { GraphBuilder } from "./graph-builder.ts";

const LABEL = "label";
const SCORES = { probability: "probabilities", score: "scores" } as const;
const PREDICTION = "prediction";

/** Returns the names of a model's outputs. */
export function outputNames(model: Model): string[] {
  return model.target.kind === "classes" ? [LABEL, SCORES[scoreKind(model)]] : [PREDICTION];
}

/** Adds what makes answers of the network's outputs, float [N, units]. */
export function outputNodes(graph: GraphBuilder, outputs: string, model: Model): void {
  if (model.target.kind === "classes") {
    labelNodes(graph, outputs, model.target.classes);
    scoreNodes(graph, outputs, model.target.classes, SCORES[scoreKind(model)]);
  } else {
    predictionNodes(graph, outputs, model.target.columns);
  }
}

/** The name of the class with the largest output; of equal ones the first. */
function labelNodes(graph: GraphBuilder, outputs: string, classes: readonly string[]): void {
  const best = graph.node("class", "ArgMax", [outputs], { axis: { int: 1 }, keepdims: { int: 0 } });
  const names = graph.constant("classes", [classes.length], classes);
  const label = graph.node("class_name", "Gather", [names, best], { axis: { int: 0 } });
  const description = "The class that is the answer.";
  graph.output(label, { name: LABEL, type: "string", shape: ["N"], description });
}

function scoreNodes(graph: GraphBuilder, outputs: string, classes: readonly string[], name: string): void {
  const description = `One for each class: ${JSON.stringify(classes)}.`;
  graph.output(outputs, { name, type: "float", shape: ["N", classes.length], description });
}

/** a * scale + center in float64. */
function predictionNodes(graph: GraphBuilder, outputs: string, columns: readonly TargetColumn[]): void {
  const constant = (name: "center" | "scale"): string =>
    graph.constant(
      `target_${name}`,
      [columns.length],
      Float64Array.from(columns, (column) => column[name]),
    );
  const exact = graph.node("exact", "Cast", [outputs], { to: { int: 11 } });
  const scaled = graph.node("scaled", "Mul", [exact, constant("scale")]);
  const moved = graph.node("moved", "Add", [scaled, constant("center")]);
  const description = `One for each of ${JSON.stringify(columns.map(({ column }) => column))}.`;
  graph.output(moved, { name: PREDICTION, type: "double", shape: ["N", columns.length], description });
}
