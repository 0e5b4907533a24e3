/**
 * The one registry of metrics: what the schema allows, what the trainer measures, which columns tables have.
 * @module
 */
import type { DatasetFacts, PartName, TargetFacts } from "../data/dataset.ts";
import { CLASS_SCORES, SCORES, type Score } from "./scores.ts";

/** What an experiment is about: the training of a network, the descent on a function, or a program of the user. */
export type ExperimentKind = (typeof EXPERIMENT_KINDS)[number];

export const EXPERIMENT_KINDS = ["network", "function", "program"] as const;

/** What a spec is about that does not say it; configurations, ids and records leave this kind out. */
export const DEFAULT_KIND = "network";

export type MetricGoal = "maximize" | "minimize";

/** The goals of metrics that an experiment declares, by name. */
export type Goals = Readonly<Record<string, MetricGoal>>;

/** A word that asks for several metrics at once. */
export type MetricFamily = "gradientNoise" | "layerGradients" | Score["name"] | "perClass";

/** `gradientNoise` looks at so many batches of an epoch at most. */
export const NOISE_BATCHES = 200;

/** Variables that a function may have: v1 to v10. */
const MOST_VARIABLES = 10;

/** Networks may be deeper: their further layers are not measured. */
const LAYERS = 10;
/** Data may have more classes: the further ones have no scores of their own. */
const CLASSES = 10;

/** A number that the epochs of a trial have. */
export interface Metric {
  readonly name: string;
  /** The part it is measured on by a full pass at the end of the epoch; absent for what training itself leaves. */
  readonly part?: PartName;
  readonly quantity:
    | "loss"
    /** The loss and the penalties l2 and l1. */
    | "cost"
    | "accuracy"
    | "score"
    /** Figures of the gradients of the loss over the training part. */
    | "gradient"
    /** Not measured: it follows when a trial ends. */
    | "epochs"
    /** C(v) of a descent. */
    | "value"
    /** One of v. */
    | "coordinate"
    /** What a program prints. */
    | "reported";
  /** Of the quantity score: which one. */
  readonly score?: Score;
  /** The only class that the score looks at; absent = all of them. */
  readonly ofClass?: number;
  /** Absent of a metric that only the experiment can say it of. */
  readonly goal?: MetricGoal;
  /** What the data must have to predict; absent = anything will do. */
  readonly target?: TargetFacts["kind"];
  /** Layers that a network needs to have it, the output layer included; absent = any will do. */
  readonly layers?: number;
  /** What `metrics:` calls it together with others; absent = its name. */
  readonly family?: MetricFamily;
  /** Measured for every trial whose data has the part; the others on request, by `metrics:`. */
  readonly isDefault: boolean;
}

/** The epoch that reached the target, at that epoch; of trials with a target. */
const EPOCHS_TO_TARGET = "epochsToTarget";

/** The step that reached the tolerance, at that step; of descents. */
const STEPS_TO_TOLERANCE = "stepsToTolerance";

/** Whether the experiments of a kind declare all their metrics themselves. */
export const DECLARES_METRICS: Readonly<Record<ExperimentKind, boolean>> = {
  network: false,
  function: false,
  program: true,
};

/** Returns the metric that says how long a trial of that kind takes to be good enough. */
export function lengthMetric(kind: ExperimentKind): string {
  return LENGTH_METRICS[kind];
}

const LENGTH_METRICS: Readonly<Record<ExperimentKind, string>> = {
  network: EPOCHS_TO_TARGET,
  function: STEPS_TO_TOLERANCE,
  program: EPOCHS_TO_TARGET,
};

const HAS_METRIC: Readonly<Record<ExperimentKind, (metric: Metric) => boolean>> = {
  network: (metric) => !isOfDescents(metric),
  function: (metric) => isOfDescents(metric) || metric.name === "gradientNorm",
  program: ({ quantity }) => DECLARABLE.includes(quantity),
};

/** What a program may declare under the name that networks have it by: it then means the same. */
const DECLARABLE: readonly Metric["quantity"][] = ["loss", "cost", "accuracy", "score", "reported"];

function isOfDescents({ name, quantity }: Metric): boolean {
  return quantity === "value" || quantity === "coordinate" || name === STEPS_TO_TOLERANCE;
}

/** In the order of the columns. */
export const METRICS: readonly Metric[] = [
  { name: "value", quantity: "value", goal: "minimize", isDefault: false },
  { name: "runningLoss", quantity: "loss", goal: "minimize", isDefault: true },
  { name: "validationLoss", part: "validation", quantity: "loss", goal: "minimize", isDefault: true },
  accuracyMetric("validation", true),
  { name: "testLoss", part: "test", quantity: "loss", goal: "minimize", isDefault: true },
  accuracyMetric("test", true),
  { name: "trainLoss", part: "train", quantity: "loss", goal: "minimize", isDefault: false },
  { name: "trainCost", part: "train", quantity: "cost", goal: "minimize", isDefault: false },
  accuracyMetric("train", false),
  { name: EPOCHS_TO_TARGET, quantity: "epochs", goal: "minimize", isDefault: true },
  ...(["validation", "test"] as const).flatMap((part) => SCORES.map((score) => scoreMetric(score, part))),
  ...SCORES.map((score) => ownMetric(score)),
  ...(["validation", "test"] as const).flatMap(classMetrics),
  ...["gradientNorm", "gradientVariance", "gradientAngle", "gradientNoiseScale"].map(noiseMetric),
  ...Array.from({ length: LAYERS }, (_, l) => layerMetric(l + 1)),
  ...Array.from({ length: MOST_VARIABLES }, (_, i) => coordinateMetric(`v${i + 1}`)),
  { name: STEPS_TO_TOLERANCE, quantity: "epochs", goal: "minimize", isDefault: false },
];

/** The names of all metrics of networks and descents. */
export const METRIC_NAMES: readonly string[] = METRICS.map(({ name }) => name);

/** The words by which `metrics:` asks for what is not measured by default. */
export const METRIC_REQUESTS: readonly string[] = [
  ...new Set(
    METRICS.filter(({ name, isDefault }) => !isDefault && isOfKind(name, "network")).map(requestFor),
  ),
];

function accuracyMetric(part: PartName, isDefault: boolean): Metric {
  const name = `${part}Accuracy`;
  return { name, part, quantity: "accuracy", goal: "maximize", target: "classes", isDefault };
}

function scoreMetric(score: Score, part: PartName): Metric {
  const { name: family, target, goal } = score;
  const name = `${part}${family[0]!.toUpperCase()}${family.slice(1)}`;
  return { name, part, quantity: "score", score, goal, target, family, isDefault: false };
}

/** On the training part a score is asked for by its own name: it costs a pass over all of it. */
function ownMetric(score: Score): Metric {
  const { family: _, ...metric } = scoreMetric(score, "train");
  return metric;
}

function classMetrics(part: PartName): Metric[] {
  return CLASS_SCORES.flatMap((score) => {
    const metric = scoreMetric(score, part);
    return Array.from({ length: CLASSES }, (_, ofClass): Metric => {
      return { ...metric, name: `${metric.name}Of${ofClass}`, family: "perClass", ofClass };
    });
  });
}

function coordinateMetric(name: string): Metric {
  return { name, quantity: "coordinate", goal: "minimize", isDefault: false };
}

function noiseMetric(name: string): Metric {
  return { name, quantity: "gradient", goal: "minimize", isDefault: false, family: "gradientNoise" };
}

/** The larger a layer's gradient, the faster it learns. */
function layerMetric(layers: number): Metric {
  const name = `layerGradient${layers}`;
  return { name, quantity: "gradient", goal: "maximize", isDefault: false, layers, family: "layerGradients" };
}

/** Returns the word by which `metrics:` asks for a metric that is measured on request. */
export function requestFor({ name, family }: Metric): string {
  return family ?? name;
}

/** Returns the metric of that name; one that is not registered is what a program reports. */
export function metricNamed(name: string): Metric {
  return registered(name) ?? { name, quantity: "reported", isDefault: false };
}

/** Returns whether more or less of a metric is better. @param goals Those that the experiment declares. */
export function goalOf(name: string, goals: Goals = {}): MetricGoal {
  return goals[name] ?? registered(name)?.goal ?? "minimize";
}

/** Returns all metrics that an experiment may have, in the order of the columns. @param goals Those that it declares. */
export function metricsWith(goals: Goals = {}): readonly Metric[] {
  const own = Object.entries(goals).filter(([name]) => !registered(name));
  return own.length === 0
    ? METRICS
    : [...METRICS, ...own.map(([name, goal]) => ({ ...metricNamed(name), goal }))];
}

function registered(name: string): Metric | undefined {
  return METRICS.find((metric) => metric.name === name);
}

/** Returns the kind of that name; the default one for anything else. */
export function kindNamed(word: unknown): ExperimentKind {
  return EXPERIMENT_KINDS.find((kind) => kind === word) ?? DEFAULT_KIND;
}

/** Returns whether experiments of a kind may have a metric: networks and descents have their own. Any other word is of both. */
export function isOfKind(name: string, kind: ExperimentKind): boolean {
  const metric = registered(name);
  return metric === undefined || HAS_METRIC[kind](metric);
}

/**
 * Returns what a data set must have for a metric to exist and has not: "a validation part", "classes", "a class 9",
 * "numbers to predict"; undefined where it has all.
 */
export function missingRequirement(
  { part, target, ofClass }: Metric,
  facts: Pick<DatasetFacts, "sizes" | "target">,
): string | undefined {
  if (part && facts.sizes[part] === 0) return `a ${part} part`;
  if (target && target !== facts.target.kind) return target === "classes" ? "classes" : "numbers to predict";
  return ofClass !== undefined && ofClass >= facts.target.count ? `a class ${ofClass}` : undefined;
}

/** Returns whether a metric lies between 0 and 1 and is best read as a percentage. */
export function isShare({ quantity, score }: Metric): boolean {
  return quantity === "accuracy" || score?.isShare === true;
}

/** Returns the values that a metric cannot leave. */
export function boundsOf(metric: Metric): { readonly low: number; readonly high: number } {
  if (isShare(metric)) return { low: 0, high: 1 };
  if (metric.score?.name === "r2") return { low: -Infinity, high: 1 };
  const isFree = ["value", "coordinate", "reported"].includes(metric.quantity);
  return { low: isFree ? -Infinity : 0, high: Infinity };
}

/** Returns whether a metric's values may differ by powers of ten and never fall below 0. */
export function spansMagnitudes(metric: Metric): boolean {
  const isBounded = isShare(metric) || metric.score?.name === "r2" || metric.name === "gradientAngle";
  return !isBounded && metric.quantity !== "reported";
}

/** Returns the metrics of a network of so many layers on data: those by default and those that are asked for, where they exist. */
export function networkMetrics(
  requested: readonly string[],
  layers: number,
  facts: Pick<DatasetFacts, "sizes" | "target">,
): Metric[] {
  return METRICS.filter((metric) => {
    if (metric.quantity === "epochs") return false;
    const isWanted = metric.isDefault || requested.includes(requestFor(metric));
    return isWanted && !missingRequirement(metric, facts) && (metric.layers ?? 0) <= layers;
  });
}

/** Returns what is measured at each step of a descent: the value, the length of the gradient, and where it is. */
export function functionMetrics(variables: number): Metric[] {
  const names = Array.from({ length: variables }, (_, i) => `v${i + 1}`);
  return ["value", "gradientNorm", ...names].map(metricNamed);
}
