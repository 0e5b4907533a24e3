import { networkIn } from "../../configuration/kind-of.ts";
import { hasFinished } from "../../training/record.ts";
import { trialWord } from "../../spec/repetitions.ts";
import type { UnitFacts } from "../../training/record.ts";
import { listText } from "../list-text.ts";
import type { ConfigurationResult, Warning, Findings } from "../results.ts";
import { settingText } from "../setting-text.ts";

/** From this share of a hidden layer on, saturated units are worth a warning. */
const SATURATED_SHARE = 0.1;
const MOST_NAMED = 3;

/** Warns of dead output units and saturated hidden units, naming the settings where half of the replicates have them. */
export function saturatedAndDeadUnits({ configurations, columns, experiment }: Findings): Warning[] {
  return [DEAD_OUTPUTS, SATURATED].flatMap((symptom) => {
    const settings = configurations.flatMap((configuration) => {
      const found = describe(configuration, symptom.isTired, trialWord(experiment.replicates));
      return found.map((text) => `${settingText(configuration, columns)} ${text}`);
    });
    if (settings.length === 0) return [];
    const where = listText(settings, MOST_NAMED);
    return [{ code: symptom.code, message: `${symptom.finding}: ${where}. ${symptom.advice}` }];
  });
}

/** "(3 of 3 replicates)", or nothing where fewer than half of the replicates are tired. */
function describe(configuration: ConfigurationResult, isTired: Symptom["isTired"], word: string): string[] {
  const facts = configuration.trials.flatMap(({ record }) => (hasFinished(record) ? record.units : []));
  const tired = facts.filter((units) => isTired(units, configuration)).length;
  if (tired === 0 || 2 * tired < facts.length) return [];
  return [`(${tired} of ${facts.length} ${word}s)`];
}

interface Symptom {
  readonly code: string;
  readonly finding: string;
  readonly advice: string;
  readonly isTired: (units: UnitFacts, configuration: ConfigurationResult) => boolean;
}

const DEAD_OUTPUTS: Symptom = {
  code: "deadOutputs",
  finding: "Some output units are never the answer although their class occurs",
  advice:
    "Such a unit may be stuck near 0 (try init: scaled, a smaller eta, or crossEntropy with softmax), need more epochs, or be of a network that cannot tell its class.",
  isTired: ({ deadOutputs }) => deadOutputs.length > 0,
};

const SATURATED: Symptom = {
  code: "saturatedUnits",
  finding: "A tenth or more of the units of a hidden layer are saturated, their gradient almost 0",
  advice: "Inputs on a common scale, init: scaled (he for relu) or a smaller eta may help.",
  isTired({ saturated }, { configuration }) {
    const layers = networkIn(configuration)?.architecture.hidden ?? [];
    return layers.some((units, layer) => (saturated[layer] ?? 0) >= SATURATED_SHARE * units);
  },
};
