import type { Schema } from "../schema/schema.ts";
import { field, openGroup } from "./field.ts";
import { epochs, flag, text, texts } from "./values.ts";

/** The pattern of names that users give to parameters and metrics: words that can be columns and parts of paths. */
export const OWN_NAME = "^[A-Za-z][A-Za-z0-9_]*$";

const simple = [{ type: "number" }, text, { type: "boolean" }] as const satisfies readonly Schema[];
const parameter = {
  anyOf: [...simple, { type: "array", items: { anyOf: simple } }],
} as const satisfies Schema;

/** The fields of an experiment that runs the user's own program. */
export const PROGRAM_FIELDS = {
  started: {
    command: field({
      value: texts,
      description:
        "The program and its arguments, as a list: no shell reads it. In each of them ${name} is a parameter, ${seed}, ${epochs}, ${folder} or ${checkpoint}. A list of lists is an axis.",
      default: [],
      examples: [["python3", "train.py", "${eta}", "${seed}"]],
      axes: [],
    }),
    module: field({
      value: text,
      description:
        "A JavaScript module that exports the generator train, in place of a command. Node runs it in a process of its own.",
      default: "none",
      examples: ["./train.mjs"],
    }),
    folder: field({
      value: text,
      description: "Where the program runs and its files are, from the folder of this file.",
      default: ".",
      examples: ["../training"],
    }),
    files: field({
      value: texts,
      description:
        "The files that the program depends on; * and ? match in a name, ** matches folders. Their bytes are part of the identity of every trial.",
      default: [],
      examples: [["train.py", "lib/**"]],
      axes: [],
    }),
    parameters: openGroup({
      description:
        "What the program is given, by names of your own: numbers, words, true or false, or lists. Each may be an axis; a single list is written {value: [1, 2]}.",
      examples: [{ eta: [0.1, 0.3, 1], layers: { range: { from: 1, to: 3, step: 1 } } }],
      each: field({
        value: parameter,
        description: "A parameter of the program.",
        isOptional: true,
        examples: [0.1, 0.3],
        axes: [],
      }),
    }),
    results: field({
      value: text,
      description:
        "Where the program writes its metrics: output (one JSON object a line), the name of a .json or .csv file in ${folder}, or /a regular expression/ with named groups for lines of its output.",
      default: "output",
      examples: ["metrics.json", "/loss (?<loss>[0-9.]+)/"],
    }),
    checkpoints: field({
      value: flag,
      description:
        "Whether the program continues from the files that it left in ${checkpoint}: a trial with more epochs then starts where a shorter one ended.",
      default: false,
      examples: [true],
      axes: [],
    }),
  },
  course: {
    epochs: field({
      value: epochs,
      description: "Epochs that the program reports; 1 for a program that reports only how it ends.",
      default: 1,
      examples: [10, 20],
    }),
  },
};
