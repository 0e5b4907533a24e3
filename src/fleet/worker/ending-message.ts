import type { Ending } from "../../pipeline/trainer.ts";
import { encodeCheckpoint } from "../../store/checkpoint-file.ts";
import { encodeRecord } from "../../store/record-text.ts";
import type { KeptModel } from "../../training/model-keeper.ts";
import { isRecord } from "../../training/outcome.ts";
import type { EndingMessage, WeightsMessage } from "../messages.ts";

/** Returns the ending of a trial for the coordinator, without a stack, which would name paths of this machine. */
export function endingMessage({ trial: { id }, outcome, record, model }: Ending): EndingMessage {
  if (!isRecord(outcome)) {
    const { code, message } = outcome.failure;
    return { id, status: outcome.status, failure: { code, message } };
  }
  const { prefixId, models, log = "" } = record!;
  return {
    id,
    status: "record",
    record: encodeRecord(record!),
    models: models.map((kept) => weightsMessage(prefixId, kept)),
    ...(log !== "" && { log }),
    ...(model && { model: weightsMessage(prefixId, model) }),
  };
}

function weightsMessage(prefixId: string, { epoch, tensors }: KeptModel): WeightsMessage {
  const file = encodeCheckpoint(prefixId, { epoch, tensors, series: {} });
  return { epoch, file: Buffer.from(file).toString("base64") };
}
