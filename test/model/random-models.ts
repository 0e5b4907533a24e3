/**
 * Models with random weights over every kind of input, target, activation and name.
 * @module
 */
import fc from "fast-check";
import type { ColumnEncoding, TargetEncoding } from "../../src/data/table/encoding.ts";
import { DECIMAL_NAMES, DELIMITER_NAMES, type FileDialect } from "../../src/data/table/reading/dialect.ts";
import type { CellWriting } from "../../src/data/table/reading/writing/cell-writing.ts";
import type { Row } from "../../src/predict.ts";
import type { InputEncoding, Model, ModelLayer } from "../../src/model/model.ts";
import { inputCount, outputCount } from "../../src/model/sizes.ts";

export const ACTIVATIONS = [
  "sigmoid",
  "tanh",
  "relu",
  "leakyRelu",
  "elu",
  "gelu",
  "silu",
  "softplus",
  "identity",
] as const;

/** What no file format may stumble over. */
const HOSTILE = [
  "",
  "label",
  "probabilities",
  "class",
  "__proto__",
  "constructor",
  "=HYPERLINK(1)",
  "bill length (mm)",
  "1st",
  'a"b\\c',
  "</script><!--",
  "\u0000\u001b[31m",
  "\u{1f427}\u{202e}",
  "a,b\nc",
];

export const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

const anyFigure = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const anyScale = fc.double({ min: 0.01, max: 1000, noNaN: true });
const anyNames = (least: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(anyName, { minLength: least, maxLength: 4 });

const anyWriting: fc.Arbitrary<CellWriting> = fc.record({
  kind: fc.constant("number" as const),
  mark: fc.constantFrom(".", ","),
  thousands: fc.boolean(),
  unit: fc.constantFrom(["", ""], ["$", ""], ["", "%"]),
});

const numberColumn = fc.record(
  {
    kind: fc.constant("number" as const),
    center: anyFigure,
    scale: anyScale,
    missing: anyFigure,
    writing: anyWriting,
  },
  { requiredKeys: ["kind", "center", "scale"] },
);

const categoryColumn = fc
  .tuple(anyNames(1), fc.option(fc.nat(3)), fc.option(fc.nat(3)))
  .map(([categories, missing, other]) => ({
    kind: "category" as const,
    categories,
    ...(missing !== null && { missing: categories[missing % categories.length]! }),
    ...(other !== null && { other: categories[other % categories.length]! }),
  }));

const anyDialect: fc.Arbitrary<FileDialect> = fc.record(
  {
    delimiter: fc.constantFrom(...DELIMITER_NAMES),
    decimal: fc.constantFrom(...DECIMAL_NAMES),
    header: fc.boolean(),
    names: anyNames(1),
    comment: anyName,
    missingWords: fc.constantFrom(["none"], ["-999", "not known"]),
    presentWords: fc.constantFrom(["NA"], ["?", "n/a"]),
  },
  { requiredKeys: [] },
);

const columns: fc.Arbitrary<InputEncoding> = anyNames(1).chain((names) =>
  fc
    .tuple(
      fc.option(anyDialect, { nil: undefined }),
      ...names.map(() => fc.oneof(numberColumn, categoryColumn)),
    )
    .map(([dialect, ...encodings]) => ({
      kind: "columns" as const,
      columns: encodings.map((encoding, i): ColumnEncoding => ({ ...encoding, column: names[i]! })),
      ...(dialect && { dialect }),
    })),
);

export const anyInputs: fc.Arbitrary<InputEncoding> = fc.oneof(
  columns,
  fc.record({
    kind: fc.constant("pixels" as const),
    height: fc.integer({ min: 1, max: 3 }),
    width: fc.integer({ min: 1, max: 3 }),
    channels: fc.constantFrom(1, 3),
  }),
  fc.record({ kind: fc.constant("numbers" as const), count: fc.integer({ min: 1, max: 5 }) }),
);

const anyTarget: fc.Arbitrary<TargetEncoding> = fc.oneof(
  fc.record({ kind: fc.constant("classes" as const), column: anyName, classes: anyNames(2) }),
  anyNames(1).chain((names) =>
    fc.tuple(...names.map(() => fc.record({ center: anyFigure, scale: anyScale }))).map((figures) => ({
      kind: "numbers" as const,
      columns: figures.map((figure, i) => ({ column: names[i]!, ...figure })),
    })),
  ),
);

/** Weights as training leaves them: moderate. */
function floats(length: number): fc.Arbitrary<Float32Array> {
  const figure = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 1000);
  return fc
    .array(figure, { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));
}

function layer(fanIn: number, units: number, activation: ModelLayer["activation"]): fc.Arbitrary<ModelLayer> {
  return fc.record({
    fanIn: fc.constant(fanIn),
    units: fc.constant(units),
    activation: fc.constant(activation),
    weights: floats(fanIn * units),
    biases: floats(units),
  });
}

export const anyModel: fc.Arbitrary<Model> = fc
  .tuple(
    anyInputs,
    anyTarget,
    fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(...ACTIVATIONS)), { maxLength: 2 }),
    fc.constantFrom("sigmoid" as const, "softmax" as const, "identity" as const),
  )
  .chain(([inputs, target, hidden, output]) => {
    const shapes = [...hidden, [outputCount(target), output] as const];
    const widths = [inputCount(inputs), ...shapes.map(([units]) => units)];
    return fc.record({
      inputs: fc.constant(inputs),
      target: fc.constant(target),
      layers: fc.tuple(...shapes.map(([units, activation], l) => layer(widths[l]!, units, activation))),
      origin: fc.record({
        experiment: anyName,
        trialId: fc.constant("ab12"),
        epoch: fc.nat(100),
        dataDigest: fc.constant("cd34"),
        trainerVersion: fc.constant(1),
      }),
      card: anyName,
    });
  });

/** Rows that a model must be able to answer; without NUL, where the strings of onnxruntime-web end. */
export function anyRow(inputs: InputEncoding): fc.Arbitrary<Row> {
  switch (inputs.kind) {
    case "columns": {
      const values = inputs.columns.map((column) => {
        const present = column.kind === "number" ? nearby(column) : anyCategory(column.categories);
        const value: fc.Arbitrary<unknown> =
          column.missing === undefined ? present : fc.oneof(present, present, fc.constant(""));
        return value.map((value) => [column.column, value] as const);
      });
      return fc.tuple(...values).map((entries) => Object.fromEntries(entries));
    }
    case "pixels": {
      const count = inputCount(inputs);
      return fc.uint8Array({ minLength: count, maxLength: count });
    }
    case "numbers":
      return floats(inputs.count);
    default:
      return inputs satisfies never;
  }
}

/** Within a few standard deviations, as most values are. */
function nearby({ center, scale }: { center: number; scale: number }): fc.Arbitrary<number> {
  return fc.double({ min: -4, max: 4, noNaN: true }).map((z) => center + z * scale);
}

function anyCategory(categories: readonly string[]): fc.Arbitrary<string> {
  const value = fc.oneof(fc.constantFrom(...categories), anyName);
  return value.filter((value) => value !== "" && !value.includes("\0"));
}
