import { EXPERIMENT_SCHEMA, type Schema } from "../schema/experiment-schema.ts";
import { fieldBelow, nameOf, parentOf } from "./field-path.ts";
import { bareWord, nearestWord } from "./nearest-word.ts";

/** What other tools call our fields, without case and underscores. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["learningrate", "eta"],
  ["lr", "eta"],
  ["stepsize", "eta"],
  ["alpha", "eta"],
  ["batch", "batchSize"],
  ["minibatch", "batchSize"],
  ["minibatchsize", "batchSize"],
  ["layers", "architecture.hidden"],
  ["hiddenlayers", "architecture.hidden"],
  ["hiddenunits", "architecture.hidden"],
  ["hiddensizes", "architecture.hidden"],
  ["units", "architecture.hidden"],
  ["neurons", "architecture.hidden"],
  ["nonlinearity", "architecture.activation"],
  ["outputactivation", "architecture.output"],
  ["dropout", "architecture.dropout"],
  ["initializer", "architecture.init"],
  ["initialization", "architecture.init"],
  ["weightinit", "architecture.init"],
  ["model", "architecture"],
  ["network", "architecture"],
  ["data", "dataset"],
  ["lossfunction", "loss"],
  ["cost", "loss"],
  ["costfunction", "loss"],
  ["criterion", "loss"],
  ["classweight", "classWeights"],
  ["smoothing", "labelSmoothing"],
  ["scheduler", "schedule"],
  ["lrschedule", "schedule"],
  ["learningrateschedule", "schedule"],
  ["patience", "earlyStopping.patience"],
  ["earlystop", "earlyStopping"],
  ["momentum", "optimizer.momentum"],
  ["solver", "optimizer"],
  ["regularization", "optimizer.l2"],
  ["l2", "weightDecay"],
  ["lambda", "optimizer.l2"],
  ["lmbda", "optimizer.l2"],
  ["weightdecay", "optimizer.l2"],
  ["clipnorm", "optimizer.clipNorm"],
  ["gradientclipping", "optimizer.clipNorm"],
  ["iterations", "epochs"],
  ["maxepochs", "epochs"],
  ["numepochs", "epochs"],
  ["repeats", "replicates"],
  ["repetitions", "replicates"],
  ["trials", "replicates"],
  ["seed", "replicates.baseSeed"],
  ["randomseed", "replicates.baseSeed"],
  ["threads", "run.workers"],
  ["parallel", "run.workers"],
  ["monitor", "objective.metric"],
  ["direction", "objective.goal"],
  ["mode", "objective.goal"],
]);

/** What other tools call keys of ranges and rules: each means the first of these that its map allows. */
const INNER_SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["start", ["from"]],
  ["min", ["from", "gte"]],
  ["stop", ["to"]],
  ["end", ["to"]],
  ["max", ["to", "lte"]],
  ["num", ["count"]],
  ["points", ["count"]],
  ["increment", ["step"]],
  ["then", ["set"]],
  ["where", ["if"]],
]);

/**
 * Returns the dotted path of the field that an unknown key probably means.
 *
 * @param parent Dotted path of the map that has the key; empty at the top.
 * @param free Keys that this map allows and does not have yet.
 */
export function suggestKey(key: string, parent: string, free: readonly string[]): string | undefined {
  const bare = bareWord(key);
  const below = (name: string) => fieldBelow(parent, name);
  const inner = INNER_SYNONYMS.get(bare) ?? [];
  const same = free.find((name) => bareWord(name) === bare || inner.includes(name));
  if (same !== undefined) return below(same);
  const synonym = SYNONYMS.get(bare);
  const here = free.find(
    (path) => path === synonym || (path.includes(".") && bareWord(nameOf(path)) === bare),
  );
  if (here !== undefined) return below(here);
  if (synonym !== undefined && (parentOf(synonym) !== parent || free.map(below).includes(synonym)))
    return synonym;
  const nearest = nearestWord(key, free);
  if (nearest !== undefined) return below(nearest);
  return fieldPaths(EXPERIMENT_SCHEMA, "").find(
    (path) => bareWord(nameOf(path)) === bare && parentOf(path) !== parent,
  );
}

function fieldPaths({ properties = {} }: Schema, parent: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = fieldBelow(parent, name);
    return [path, ...fieldPaths(schema, path)];
  });
}
