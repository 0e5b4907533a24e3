import type { UnitFacts } from "../../training/record.ts";
import type { ConfigurationResult, Warning } from "../results.ts";
import type { Findings } from "./findings.ts";

/** From this share of a hidden layer on, saturated units are worth a warning. */
const SATURATED_SHARE = 0.1;

/** Warns of dead output units and saturated hidden units, in the best setting or in half of the settings. */
export function tiredUnits({ best, configurations }: Findings): Warning[] {
  const trained = configurations.filter(({ completed }) => completed > 0);
  return [DEAD_OUTPUTS, SATURATED].flatMap(({ code, isTired, symptom, advice }) => {
    const hasTired = (configuration: ConfigurationResult): boolean =>
      unitFacts(configuration).some((units) => isTired(units, configuration));
    const count = trained.filter(hasTired).length;
    const isBest = best !== undefined && hasTired(best);
    if (!isBest && (count === 0 || 2 * count < trained.length)) return [];
    const where = isBest ? "In the best setting" : `In ${count} of ${trained.length} settings`;
    return [{ code, message: `${where}, ${symptom}. ${advice}` }];
  });
}

interface Symptom {
  readonly code: string;
  readonly symptom: string;
  readonly advice: string;
  readonly isTired: (units: UnitFacts, configuration: ConfigurationResult) => boolean;
}

const DEAD_OUTPUTS: Symptom = {
  code: "deadOutputs",
  symptom: "some output units are never the answer although their class occurs",
  advice: "They are often stuck near 0: try init: scaled, a smaller eta, or crossEntropy with softmax.",
  isTired: ({ deadOutputs }) => deadOutputs.length > 0,
};

const SATURATED: Symptom = {
  code: "saturatedUnits",
  symptom: "a tenth or more of the units of a hidden layer are saturated: their gradient is almost 0",
  advice: "Try init: scaled (he for relu), or a smaller eta.",
  isTired: ({ saturated }, { configuration }) =>
    saturated.some((count, layer) => count >= SATURATED_SHARE * configuration.architecture.hidden[layer]!),
};

function unitFacts({ trials }: ConfigurationResult): UnitFacts[] {
  return trials.flatMap(({ record }) => (record?.status === "completed" ? record.units : []));
}
