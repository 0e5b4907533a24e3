import type { NetworkConfiguration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { shownText } from "../setting-text.ts";
import type { ResultKind } from "./result-kind.ts";

/** Options of a data set that change how inputs reach the network, but not the answers. */
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
/** Fields on which a loss depends besides the answers: where these differ, losses are not comparable. */
const LOSS_PATHS = ["loss", "labelSmoothing", "classWeights", "dataset.targetScaling"];

/** The data is given; how a table is prepared for a network is chosen. */
export const network: ResultKind<NetworkConfiguration> = {
  mayDiffer: false,
  pictures: ["models"],
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
  givenText: ({ dataset }) => `dataset = ${shownText(dataset)}`,
  trialText({ dataset, architecture, eta, batchSize }, replicate) {
    const network = `[${architecture.hidden.join(", ")}] ${architecture.activation}`;
    return `${dataset.name} ${network}, eta ${eta}, batch ${batchSize}, replicate ${replicate}`;
  },
};
