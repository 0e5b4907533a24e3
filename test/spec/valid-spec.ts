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

/** Returns a small valid spec with fields replaced or added, as YAML text; undefined leaves a field out. */
export function specText(fields: Readonly<Record<string, string | undefined>> = {}): string {
  const all = { dataset: "digits", architecture: "{hidden: [15]}", eta: "0.3", epochs: "3", ...fields };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return lines.map(([key, value]) => `${key}: ${value}\n`).join("");
}
