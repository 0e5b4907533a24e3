import { networkIn } from "../../configuration/kind-of.ts";
import { hasFinished } from "../../training/record.ts";
import { trialWord } from "../../spec/repetitions.ts";
import type { UnitFacts } from "../../training/record.ts";
import { listText } from "../list-text.ts";
import type { ConfigurationResult, Warning, Findings } from "../results.ts";
import { settingText } from "../setting-text.ts";

/** The smallest share of saturated units in a hidden layer that causes a warning. */
const SATURATED_SHARE = 0.1;
const MOST_NAMED = 3;

/** Warns of dead output units and saturated hidden units where at least half of the replicates of a setting have them. */
export function saturatedAndDeadUnits({ configurations, columns, experiment }: Findings): Warning[] {
  return [DEAD_OUTPUTS, SATURATED].flatMap((symptom) => {
    const settings = configurations.flatMap((configuration) => {
      const found = describe(configuration, symptom.hasSymptom, trialWord(experiment.replicates));
      return found.map((text) => `${settingText(configuration, columns)} ${text}`);
    });
    if (settings.length === 0) return [];
    const where = listText(settings, MOST_NAMED);
    return [{ code: symptom.code, message: `${symptom.finding}: ${where}. ${symptom.advice}` }];
  });
}

/** Returns "(3 of 3 replicates)"; empty where fewer than half of the replicates have the symptom. */
function describe(
  configuration: ConfigurationResult,
  hasSymptom: Symptom["hasSymptom"],
  word: string,
): string[] {
  const facts = configuration.trials.flatMap(({ record }) => (hasFinished(record) ? record.units : []));
  const affected = facts.filter((units) => hasSymptom(units, configuration)).length;
  if (affected === 0 || 2 * affected < facts.length) return [];
  return [`(${affected} of ${facts.length} ${word}s)`];
}

interface Symptom {
  readonly code: string;
  readonly finding: string;
  readonly advice: string;
  readonly hasSymptom: (units: UnitFacts, configuration: ConfigurationResult) => boolean;
}

const DEAD_OUTPUTS: Symptom = {
  code: "deadOutputs",
  finding: "Some classes that occur in the data are never predicted",
  advice:
    "Their output units may be stuck near 0 (try init: scaled, a smaller eta, or crossEntropy with softmax), training may be too short, or the network may be too simple to separate them.",
  hasSymptom: ({ deadOutputs }) => deadOutputs.length > 0,
};

const SATURATED: Symptom = {
  code: "saturatedUnits",
  finding: "At least 10 % of the units in a hidden layer are saturated (their gradient is almost 0)",
  advice: "Try inputs on a common scale, init: scaled (he for relu) or a smaller eta.",
  hasSymptom({ saturated }, { configuration }) {
    const layers = networkIn(configuration)?.architecture.hidden ?? [];
    return layers.some((units, layer) => (saturated[layer] ?? 0) >= SATURATED_SHARE * units);
  },
};
