import type { ExperimentKind } from "../../../metrics/metrics.ts";
import { METRICS, isOfKind } from "../../../metrics/metrics.ts";
import { bareWord, nearestWord } from "../../../text/nearest-word.ts";
import { KNOWN_WORDS, WORDS_MEANT } from "./synonyms.ts";

/** What other systems write before a metric for the part that it is measured on. */
const PARTS = [
  { part: "validation", prefix: /^(validation|valid|val|eval|dev)[/.:]?(?=.)/ },
  { part: "test", prefix: /^(test|holdout)[/.:]?(?=.)/ },
  { part: "train", prefix: /^(training|train)[/.:]?(?=.)/ },
] as const;

/** Metrics without their part, as in testAccuracy. */
const MEASURES: readonly string[] = METRICS.flatMap(({ name, part }) =>
  part === "test" ? name.slice(4) : [],
);

/** A word as code has it: nn.MSELoss, Adam(lr=0.001), sklearn.datasets.make_moons. */
const AS_CODE = /^(?:\w+\.)*(?:(?:make|load|fetch)_)?(\w+)(?:\(.*\))?$/;

/** Returns the one of the allowed words that was meant, by its meaning before its letters. */
export function meantWord(word: string, allowed: readonly string[]): string | undefined {
  const meant = wordMeant(word, allowed);
  const named = meant === undefined ? AS_CODE.exec(word)?.[1] : undefined;
  return named === undefined || named === word ? meant : wordMeant(named, allowed);
}

function wordMeant(word: string, allowed: readonly string[]): string | undefined {
  const bare = bareWord(word);
  const same = allowed.find((candidate) => bareWord(candidate) === bare);
  if (same !== undefined) return same;
  const meanings = WORDS_MEANT.get(bare) ?? WORDS_MEANT.get(word) ?? [];
  const meant = meanings.find((meaning) => allowed.includes(meaning));
  if (meant !== undefined) return meant;
  const metric = metricsMeant(word).find((candidate) => allowed.includes(candidate));
  if (metric !== undefined) return metric;
  return isKnown(bare) || metricsMeant(word).length > 0 ? undefined : nearestWord(word, allowed);
}

/** Returns the metrics that a word of another system may mean, such as `val_acc`, the likeliest first. */
export function metricsMeant(word: string): string[] {
  const bare = bareWord(word);
  const prefixed = PARTS.find(({ prefix }) => prefix.test(bare));
  const rest = prefixed ? bare.replace(prefixed.prefix, "") : bare;
  const known = (WORDS_MEANT.get(rest) ?? []).filter((meaning) => MEASURES.includes(meaning));
  const near = prefixed && known.length === 0 ? nearestWord(rest, MEASURES) : undefined;
  const measures = near === undefined ? known : [near];
  const parts = prefixed ? [prefixed.part] : (["validation", "test"] as const);
  return measures.flatMap((measure) => {
    const score = `${measure[0]!.toLowerCase()}${measure.slice(1)}`;
    return [...parts.map((part) => part + measure), ...(prefixed?.part === "train" ? [] : [score])];
  });
}

/** Leaves out the metrics that experiments of that kind do not have. */
export function wordsOfKind(words: readonly string[], kind: ExperimentKind | undefined): readonly string[] {
  return kind === undefined ? words : words.filter((word) => isOfKind(word, kind));
}

function isKnown(bare: string): boolean {
  return KNOWN_WORDS.has(bare) || METRICS.some(({ name }) => bareWord(name) === bare);
}
