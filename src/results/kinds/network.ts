import type { NetworkConfiguration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { valueText } from "../value-text.ts";
import type { ResultKind } from "./result-kind.ts";

/** Options of a data set that change how its columns or images reach the network, but not which answers are asked for. */
const PREPARATION = [
  "ignore",
  "categories",
  "numbers",
  "missing",
  "fillMean",
  "fillMedian",
  "fillMostFrequent",
  "scaling",
  "targetScaling",
  "rare",
  "channels",
];
/** What a loss depends on beside how good the answers are: where these differ, losses are numbers of different kinds. */
const LOSS_PATHS = ["loss", "labelSmoothing", "classWeights", "dataset.targetScaling"];

/** What networks learn from is given; how a table is prepared for them is a choice. */
export const network: ResultKind<NetworkConfiguration> = {
  givenTo(configuration, isLoss) {
    const options = Object.entries<FieldValue>({ ...configuration.dataset });
    const given = Object.fromEntries(options.filter(([option]) => !PREPARATION.includes(option)));
    if (!isLoss) return given;
    const { loss, labelSmoothing, classWeights } = configuration;
    const [scaling = "none"] = options.flatMap(([option, value]) =>
      option === "targetScaling" ? [value] : [],
    );
    return { ...given, targetScaling: scaling, loss, labelSmoothing, classWeights };
  },
  isGiven(path, isLoss) {
    if (LOSS_PATHS.includes(path) && isLoss) return true;
    if (path.startsWith("dataset.")) return !PREPARATION.includes(path.slice("dataset.".length));
    return path === "dataset";
  },
  givenText: ({ dataset }) => `dataset = ${valueText(dataset)}`,
  trialText({ dataset, architecture, eta, batchSize }, replicate) {
    const network = `[${architecture.hidden.join(", ")}] ${architecture.activation}`;
    return `${dataset.name} ${network}, eta ${eta}, batch ${batchSize}, replicate ${replicate}`;
  },
};
