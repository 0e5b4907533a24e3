/** Fields of both kinds of experiments. */
const SHARED_FIELDS: readonly string[] = ["eta", "optimizer", "schedule"];

/** The fields of a configuration that trains a network, each of which may be an axis. */
const NETWORK_FIELDS: readonly string[] = [
  "dataset",
  "architecture.hidden",
  "architecture.activation",
  "architecture.output",
  "architecture.init",
  "architecture.dropout",
  "loss",
  "classWeights",
  "labelSmoothing",
  ...SHARED_FIELDS,
  "batchSize",
  "epochs",
  "earlyStopping.metric",
  "earlyStopping.patience",
  "earlyStopping.minDelta",
  "earlyStopping.restoreBest",
  "target.metric",
  "target.value",
];

/** The fields of a configuration that descends on a function. */
const FUNCTION_FIELDS: readonly string[] = ["function", "start", ...SHARED_FIELDS, "steps", "tolerance"];

/** What an experiment is about: the training of a network, or the descent on a function. */
export type ExperimentKind = "network" | "function";

/** The fields of a configuration of each kind, in the order of the schema. */
export const FIELDS_OF: Readonly<Record<ExperimentKind, readonly string[]>> = {
  network: NETWORK_FIELDS,
  function: FUNCTION_FIELDS,
};

/** Fields that have no default: every configuration of the kind must be given them. */
export const REQUIRED_FIELDS: Readonly<Record<ExperimentKind, readonly string[]>> = {
  network: ["dataset", "architecture.hidden", "eta", "epochs"],
  function: ["function", "start", "eta", "steps"],
};

/** The fields of all configurations. */
export const CONFIGURATION_FIELDS: readonly string[] = [...new Set([...NETWORK_FIELDS, ...FUNCTION_FIELDS])];
