import { canonicalJson } from "../../data/canonical-json.ts";
import type { Ending } from "../../pipeline/trainer.ts";
import { wantedMetrics } from "../../pipeline/stored-outcomes.ts";
import { decodeCheckpoint } from "../../store/checkpoint-file.ts";
import { decodeRecord } from "../../store/record-text.ts";
import type { KeptModel } from "../../training/model-keeper.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import type { EndingMessage, RecordMessage, WeightsMessage } from "../messages.ts";

/** Turns a worker's message about a trial into its ending. A record of another trial is a failure. */
export function readEnding(message: EndingMessage, trial: Trial, plan: Plan): Ending {
  if (message.status !== "record") {
    const { status, failure } = message;
    return { trial, outcome: { status, failure } };
  }
  try {
    return readRecord(message, trial, plan);
  } catch (error) {
    const reason = `The worker sent a record that is not valid: ${(error as Error).message}`;
    return { trial, outcome: { status: "failed", failure: { code: "E_FLEET", message: reason } } };
  }
}

/** @throws {Error} If it is damaged, or of another trial. */
function readRecord({ record: text, models, model, log }: RecordMessage, trial: Trial, plan: Plan): Ending {
  const decoded = decodeRecord(text, trial.id);
  if (decoded.status !== "usable")
    throw new Error(decoded.status === "damaged" ? decoded.reason : "it is of another format");
  const { record, kept } = decoded.stored;
  checkTrial(record, trial, wantedMetrics(trial, plan));
  const { prefixId } = trial;
  const stored = {
    record,
    kept,
    prefixId,
    models: models.map((weights) => readWeights(weights, prefixId)),
    ...(log !== undefined && { log }),
  };
  return { trial, outcome: record, record: stored, ...(model && { model: readWeights(model, prefixId) }) };
}

/** @throws {Error} If they are damaged, or of another trial. */
function readWeights({ epoch, file }: WeightsMessage, prefixId: string): KeptModel {
  const decoded = decodeCheckpoint(Buffer.from(file, "base64"), { prefixId, epoch });
  if (decoded.status === "damaged") throw new Error(`of its weights, ${decoded.reason}`);
  return { epoch, tensors: decoded.checkpoint.tensors };
}

/** Checks that a valid record is that of the trial. */
function checkTrial(record: TrialRecord, trial: Trial, wanted: readonly string[]): void {
  const { configuration, replicate, baseSeed, dataDigest, metrics } = record;
  const isSame =
    replicate === trial.replicate &&
    baseSeed === trial.baseSeed &&
    dataDigest === trial.dataDigest &&
    canonicalJson(configuration) === canonicalJson(trial.configuration);
  if (!isSame) throw new Error("it is of another configuration");
  const absent = wanted.find((name) => !(name in metrics));
  if (absent) throw new Error(`it has no ${absent}`);
}
