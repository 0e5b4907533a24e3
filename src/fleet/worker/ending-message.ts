import type { Ending } from "../../pipeline/trainer.ts";
import { encodeCheckpoint } from "../../store/checkpoint-file.ts";
import { encodeRecord } from "../../store/record-text.ts";
import { isRecord } from "../../training/outcome.ts";
import type { EndingMessage } from "../messages.ts";

/** Returns how a trial ended as a coordinator is told: no stack, which names paths of this machine. */
export function endingMessage({ trial: { id }, outcome, record }: Ending): EndingMessage {
  if (!isRecord(outcome)) {
    const { code, message } = outcome.failure;
    return { id, status: outcome.status, failure: { code, message } };
  }
  const { prefixId, models } = record!;
  return {
    id,
    status: "record",
    record: encodeRecord(record!),
    models: models.map(({ epoch, tensors }) => {
      const file = encodeCheckpoint(prefixId, { epoch, tensors, series: {} });
      return { epoch, file: Buffer.from(file).toString("base64") };
    }),
  };
}
