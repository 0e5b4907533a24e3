import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { TRAINER_VERSION } from "../../src/trials/trainer-version.ts";
import { EVERY_OPTION } from "../support/every-option.ts";
import { trainAll } from "../support/train.ts";

// The snapshots are the table of bits for each trainerVersion. Changed bits need a raised version: then new entries
// are written, and old ones stay as they were.
describe(`the trainer's bits, version ${TRAINER_VERSION}`, () => {
  it.each(EVERY_OPTION)("%s", async (spec) => {
    expect(await hashOf(spec)).toMatchSnapshot();
  });
});

/** SHA-256 over ids, statuses, metrics and final weights. */
async function hashOf(spec: string): Promise<string> {
  const hash = createHash("sha256");
  for (const { record, models } of await trainAll(spec)) {
    hash.update(JSON.stringify([record.id, record.status, record.metrics]));
    for (const { tensors } of models)
      for (const { values } of tensors.values()) hash.update(new Uint8Array(values.buffer));
  }
  return hash.digest("hex");
}
