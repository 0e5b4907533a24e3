import { specText } from "./valid-spec.ts";

/** Adds rules to a valid spec. */
function ruled(rules: string, fields: Parameters<typeof specText>[0] = {}): string {
  return `${specText(fields)}sweep:\n${rules}`;
}

/** What people write who come from another tool, or to their first experiment; each is one mistake. */
export const BEGINNER_MISTAKES: Readonly<Record<string, string>> = {
  "a range without its name": specText({ eta: "{from: 0.1, to: 1, count: 4}" }),
  "a stepped range without its name": specText({ epochs: "{from: 10, to: 50, step: 10}" }),
  "the bounds of a random search": specText({ eta: "{min: 0.1, max: 1}" }),
  "the words of another range": specText({ eta: "{linspace: {from: 0.1, to: 1, num: 4}}" }),
  "a range as a list": specText({ eta: "{linspace: [0.1, 1, 4]}" }),
  "a range as Python": specText({ eta: "np.logspace(-3, 0, 4)" }),
  "an exponent as a bound": specText({ eta: "{logspace: {from: -3, to: 1, count: 4}}" }),
  "a list without brackets": specText({ eta: "0.1, 1, 10" }),
  "dashes without spaces": specText({ eta: "\n  -0.1\n  -1" }),
  "no value": specText({ eta: "" }),
  "a word for a number": specText({ batchSize: "all" }),
  "a duration with its unit": specText({ run: "{timeout: 10m}" }),
  "the layers as the architecture": specText({ architecture: "[784, 30, 10]" }),
  "one layer as a number": specText({ architecture: "{hidden: 30}" }),
  "a data set's options below its name": specText({ dataset: "{moons: {noise: 0.1}}" }),
  "a data set of one's own": specText({ dataset: "./data.csv" }),
  "a word for a map": specText({ run: "testAccuracy" }),
  "a group for the axes": specText({ eta: undefined, grid: "{lr: [0.1, 1]}" }),
  "an axis below sweep": ruled("  eta: [0.1, 1]\n", { eta: undefined }),
  "a zip group without a name": ruled("  zip: {eta: [0.1, 1]}\n"),
  "a zip group as a list": ruled("  zip: [eta, batchSize]\n"),
  "a nested field in a rule": ruled("  exclude: [{architecture: {activation: tanh}}]\n"),
  "a comparison as text": ruled("  exclude: [{eta: '> 1'}]\n"),
  "a comparison by another word": ruled("  exclude: [{eta: {min: 1}}]\n"),
  "a rule that is no list": ruled("  when: {if: {loss: mse}, set: {eta: 1}}\n"),
  "a rule by another word": ruled("  when: [{if: {loss: mse}, then: {eta: 1}}]\n"),
  "a reference without braces": specText({ batchSize: "$epochs" }),
  "a sum of references": specText({ batchSize: "2 * ${epochs}" }),
  "a reference to an axis": specText({ eta: "[1, 2]", batchSize: "${eta}" }),
  assignments: "dataset = digits\neta = 3\n",
};
