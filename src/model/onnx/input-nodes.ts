import type { InputEncoding } from "../model.ts";
import type { CategoryEncoding, NumberEncoding } from "../../data/table/encoding.ts";
import { categoryKeys } from "./category-keys.ts";
import type { FileDialect } from "../../data/table/reading/dialect.ts";
import { missingWordsOf } from "../../data/table/reading/missing-words.ts";
import { partText } from "../inputs/part-text.ts";
import type { GraphBuilder } from "./graph-builder.ts";

/** Adds the inputs and what makes numbers of them; returns the name of the network's inputs, float [N, fanIn]. */
export function inputNodes(graph: GraphBuilder, encoding: InputEncoding): string {
  switch (encoding.kind) {
    case "columns": {
      const parts = encoding.columns.map((column) =>
        column.kind === "number"
          ? numberNodes(graph, column, encoding.dialect)
          : categoryNodes(graph, column, encoding.dialect),
      );
      return graph.node("encoded", "Concat", parts, { axis: { int: 1 } });
    }
    case "pixels":
      return pixelNodes(graph, encoding);
    case "numbers": {
      const description = "Numbers without a scale.";
      return graph.input("numbers", { type: "float", shape: ["N", encoding.count], description });
    }
    default:
      return encoding satisfies never;
  }
}

/** (x - center) / scale in float64, then float32; NaN is a missing value, and so may be numbers such as -999. */
function numberNodes(graph: GraphBuilder, encoding: NumberEncoding, dialect: FileDialect = {}): string {
  const { column, center, scale, missing } = encoding;
  const gaps = missingWordsOf(dialect).numbers;
  const what = partText(encoding) ?? "numbers";
  const description = `Column ${JSON.stringify(column)}: ${what}${missing === undefined ? "" : "; NaN where one is missing"}.`;
  const x = graph.input(column, { type: "double", shape: ["N", 1], description });
  const constant = (name: string, value: number): string =>
    graph.constant(`${x}_${name}`, [], Float64Array.of(value));
  const step = (name: string, operator: string, ...inputs: string[]): string =>
    graph.node(`${x}_${name}`, operator, inputs);
  const filled =
    missing === undefined
      ? x
      : step("filled", "Where", isMissing(graph, x, gaps), constant("missing", missing), x);
  const moved = step("moved", "Sub", filled, constant("center", center));
  const scaled = step("scaled", "Div", moved, constant("scale", scale));
  return graph.node(`${x}_encoded`, "Cast", [scaled], { to: { int: 1 } });
}

/** Returns the name of what says whether a number is NaN, or one of those that mean a missing value. */
function isMissing(graph: GraphBuilder, x: string, gaps: ReadonlySet<number>): string {
  const equal = Array.from(gaps, (gap) => {
    const value = graph.constant(`${x}_gap`, [], Float64Array.of(gap));
    return graph.node(`${x}_is_gap`, "Equal", [x, value]);
  });
  const isNaN = graph.node(`${x}_is_missing`, "IsNaN", [x]);
  return equal.reduce((one, other) => graph.node(`${x}_is_missing`, "Or", [one, other]), isNaN);
}

/** One-hot: the category's number chooses a row of a table; the row of no category is below them. */
function categoryNodes(graph: GraphBuilder, column: CategoryEncoding, dialect: FileDialect = {}): string {
  const { categories, missing, other } = column;
  const gap = missing === undefined ? "" : '; "", "NA" and the like where it is missing';
  const description = `Column ${JSON.stringify(column.column)}: one of ${JSON.stringify(categories)}${gap}.`;
  const x = graph.input(column.column, { type: "string", shape: ["N", 1], description });
  const none = other === undefined ? categories.length : categories.indexOf(other);
  const keys = categoryKeys(column, dialect);
  const attributes = {
    keys_strings: { strings: [...keys.keys()] },
    values_int64s: { ints: [...keys.values()] },
    default_int64: { int: none },
  };
  const number = graph.node(`${x}_category`, "LabelEncoder", [x], attributes, "ai.onnx.ml");
  const table = graph.constant(
    `${x}_one_hot`,
    [categories.length + 1, categories.length],
    oneHot(categories.length),
  );
  const row = graph.node(`${x}_row`, "Gather", [table, number], { axis: { int: 0 } });
  return graph.node(`${x}_encoded`, "Flatten", [row], { axis: { int: 1 } });
}

/** Row-major [categories + 1, categories]: the identity above a row of zeros. */
function oneHot(categories: number): Float32Array {
  const table = new Float32Array((categories + 1) * categories);
  for (let i = 0; i < categories; i++) table[i * categories + i] = 1;
  return table;
}

function pixelNodes(
  graph: GraphBuilder,
  { height, width, channels }: Extract<InputEncoding, { kind: "pixels" }>,
): string {
  const description = "Images, row by row from the top, 0 to 255.";
  const x = graph.input("pixels", { type: "uint8", shape: ["N", height, width, channels], description });
  const flat = graph.node("flat_pixels", "Flatten", [x], { axis: { int: 1 } });
  const bytes = graph.node("float_pixels", "Cast", [flat], { to: { int: 1 } });
  return graph.node("encoded", "Div", [bytes, graph.constant("largest_byte", [], Float32Array.of(255))]);
}
