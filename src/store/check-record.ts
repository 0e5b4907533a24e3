import type { ValidateFunction } from "ajv/dist/2020.js";
import { kindName, kindOf, lengthOf, networkIn } from "../configuration/kind-of.ts";
import { isConfiguration } from "../fields/is-configuration.ts";
import { lastEpoch, type TrialRecord } from "../training/record.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import { validateRecord } from "../validators/record.ts";
import type { StoredRecord } from "./stored-record.ts";

/** A stored record, or what is wrong with the data. */
export type CheckedRecord = { readonly stored: StoredRecord } | { readonly fault: string };

const validate = validateRecord as ValidateFunction<StoredRecord>; // the schema says so

/**
 * Checks a stored record of any kind: it must fit schemas/record.schema.json, and its parts must fit each other. Anyone
 * who can write to a store or report to a fleet can seal any text, and no text may stop a sweep.
 */
export function checkRecord(data: unknown): CheckedRecord {
  if (!validate(data)) {
    const [error] = validate.errors ?? [];
    return { fault: `${error?.instancePath || "it"} ${error?.message}` };
  }
  const { record } = data;
  if (record.trainerVersion !== TRAINER_VERSION) return { fault: "its trainer version is another" };
  if (!isConfiguration(record.configuration, "required")) return { fault: "its configuration is not valid" };
  const fault = lengthFault(record) ?? kindFault(record);
  return fault === undefined ? { stored: data } : { fault };
}

/** Metrics have a value for each epoch: up to the last one, the one where the trial stopped, or the one before it diverged. */
function lengthFault(record: TrialRecord): string | undefined {
  const last = lastEpoch(record.metrics);
  if (Object.values(record.metrics).some(({ length }) => length !== last + 1))
    return "its metrics differ in length";
  const planned = lengthOf(record.configuration);
  if (isEnd(record, last, planned)) return undefined;
  return `its metrics end at epoch ${last} of ${planned}, and its status is ${record.status}`;
}

function isEnd(record: TrialRecord, last: number, planned: number): boolean {
  switch (record.status) {
    case "completed":
      return last === planned;
    case "stopped":
      return last < planned;
    case "diverged":
      return last < planned && record.divergedEpoch === last + 1;
    default:
      return record satisfies never;
  }
}

/** A network has data and units; a descent has neither, but the coordinates of its variables. */
function kindFault({ configuration, evaluated, metrics, ...ending }: TrialRecord): string | undefined {
  const network = networkIn(configuration);
  if ((network === undefined) !== (evaluated === undefined))
    return `it is of a ${kindName(configuration)} ${network ? "without" : "with"} a part of data`;
  const absent = kindOf(configuration)
    .alwaysMeasured(configuration)
    .find(({ name }) => !(name in metrics));
  if (absent) return `it has no ${absent.name}`;
  if (ending.status === "diverged") return undefined;
  const { deadOutputs, saturated } = ending.units;
  const layers = network?.architecture.hidden.length ?? 0;
  const outputs = evaluated?.classCounts?.length ?? 0;
  const areOwn = saturated.length === layers && deadOutputs.every((output) => output < outputs);
  return areOwn ? undefined : "its units are not those of its network";
}
