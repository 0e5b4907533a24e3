/** A valid spec that uses every kind of field; tests change one thing in it. */
export const VALID_SPEC = `description: How the learning rate shapes descent
dataset: {name: moons, noise: [0.1, 0.2]}
architecture:
  hidden: [[15], [30, 30]]
  activation: sigmoid
loss: quadratic
eta: {logspace: {from: 1e-3, to: 1, count: 4}}
batchSize: [10, full]
epochs: 10
replicates: {count: 3, baseSeed: 7}
metrics: [trainLoss]
objective: {metric: testLoss, at: best}
run: {workers: 2, timeout: 60, keep: best}
`;

/** A valid spec that uses every kind of rule. */
export const RULED_SPEC = `dataset: {name: moons, noise: [0.1, 0.2]}
architecture: {hidden: [[15], [30, 30]], activation: &all [tanh, relu]}
eta: [0.1, 1]
sweep:
  zip:
    budget: {batchSize: [16, 64], epochs: [20, 40]}
  variants:
    plain: {}
    deep: {architecture.hidden: [[30, 30, 30]], loss: crossEntropy, dataset.noise: {linspace: {from: 0, to: 0.2, count: 3}}}
    other: {dataset: {name: xor, samples: 100}, architecture.init: [he, xavier]}
  when:
    - {if: {loss: crossEntropy}, set: {architecture.output: softmax}}
    - if: {variant: [plain, deep], architecture.activation: relu}
      set: {architecture.init: he}
  exclude:
    - {architecture.activation: tanh, eta: {gte: 0.5}}
    - {architecture.hidden: [[30, 30], [9]], dataset: moons, layers: {gt: 1, ne: 3}, parameters: {lte: 100000}}
    - {batchSize: {lt: 32}, architecture.activation: *all, dataset.noise: [0.2]}
  include:
    - {name: baseline, dataset: moons, architecture.hidden: [128], architecture.activation: relu, eta: 0.05, batchSize: full, epochs: 40}
  limit: 500
`;

/** Returns a small valid spec with fields replaced or added, as YAML text; undefined leaves a field out. */
export function specText(fields: Readonly<Record<string, string | undefined>> = {}): string {
  const all = { dataset: "digits", architecture: "{hidden: [15]}", eta: "0.3", epochs: "3", ...fields };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return lines.map(([key, value]) => `${key}: ${value}\n`).join("");
}
