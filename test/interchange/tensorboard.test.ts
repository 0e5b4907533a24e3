import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { crc32c } from "../../src/interchange/tensorboard/crc32c.ts";
import { digestsBelow } from "../support/folders.ts";
import { committedMetrics, committedRows, exported } from "./exported.ts";
import { decoded, tfRecords, type Event } from "./tensorboard-proto.ts";

const FILE = "events.out.tfevents.0.gridient";

function eventsIn(...path: readonly string[]): Event[] {
  return tfRecords(readFileSync(join(...path, FILE))).map(({ record }) => decoded("Event", record) as Event);
}

/** Returns the data of the plugin HParams in some events, by their tags. */
function hparamsIn(events: readonly Event[]): Record<string, object> {
  const values = events.flatMap(({ summary }) => summary?.value ?? []).filter(({ metadata }) => metadata);
  for (const { metadata } of values) expect(metadata?.plugin_data.plugin_name).toBe("hparams");
  return Object.fromEntries(
    values.map(({ tag, metadata }) => {
      const [data] = Object.values(decoded("HParamsPluginData", metadata!.plugin_data.content) as object);
      return [tag, data as object];
    }),
  );
}

describe("an export to TensorBoard", () => {
  it("has the metrics of every epoch of every trial", async () => {
    const log = await exported("lr", "log", "--to", "tensorboard");
    const [trials, epochs] = [committedRows("lr", "trials"), committedRows("lr", "epochs")];
    const metrics = committedMetrics("lr");
    expect(readdirSync(log).toSorted()).toEqual(
      [FILE, ...trials.map(({ trial }) => `trial-${trial}`)].toSorted(),
    );
    for (const { trial } of trials) {
      const [version, , ...curves] = eventsIn(log, `trial-${trial}`);
      expect(version).toEqual({ file_version: "brain.Event:2" });
      const rows = epochs.filter((row) => row["trial"] === trial);
      const expected = rows.map((row) => ({
        step: Number(row["epoch"]),
        value: metrics
          .filter((metric) => row[metric] !== "")
          .map((tag) => ({ tag, simple_value: Math.fround(Number(row[tag])) })),
      }));
      expect(curves.map(({ step = 0, summary }) => ({ step, value: summary?.value }))).toEqual(expected);
    }
  });

  it("shows HParams which fields vary, which are shared, and how each trial ended", async () => {
    const log = await exported("lr", "log", "--to", "tensorboard");
    const { "_hparams_/experiment": experiment } = hparamsIn(eventsIn(log));
    const value = (number: number) => ({ number_value: number });
    expect(experiment).toMatchObject({
      name: "lr",
      description: expect.stringContaining("learning rate") as string,
      hparam_infos: [
        {
          name: "eta",
          type: "DATA_TYPE_FLOAT64",
          domain_discrete: { values: [0.003, 0.03, 0.3, 1, 3, 10, 30].map(value) },
        },
        {
          name: "dataset",
          type: "DATA_TYPE_STRING",
          domain_discrete: { values: [{ string_value: "digits" }] },
        },
        { name: "architecture.hidden", domain_discrete: { values: [{ string_value: "[30]" }] } },
        { name: "epochs", domain_discrete: { values: [value(10)] } },
      ],
    });
    const { metric_infos: metrics } = experiment as { metric_infos: { name: { tag: string } }[] };
    expect(metrics[0]).toEqual({ name: { tag: "validationAccuracy" } });
    expect(metrics.map(({ name }) => name.tag).toSorted()).toEqual(committedMetrics("lr").toSorted());
    expect(hparamsIn(eventsIn(log, "trial-3"))).toEqual({
      "_hparams_/session_start_info": {
        hparams: {
          eta: value(0.03),
          dataset: { string_value: "digits" },
          "architecture.hidden": { string_value: "[30]" },
          epochs: value(10),
        },
        group_name: "setting 1",
      },
      "_hparams_/session_end_info": { status: "STATUS_SUCCESS" },
    });
  });

  it("gives a field that a variant sets no value that only some settings have", async () => {
    const log = await exported("descent-optimizers", "log", "--to", "tensorboard");
    const { "_hparams_/session_start_info": start } = hparamsIn(eventsIn(log, "trial-5"));
    const { hparams } = start as { hparams: Record<string, unknown> };
    expect(Object.keys(hparams)).toEqual(["variant", "function", "kind", "start", "steps", "tolerance"]);
    expect(hparams["variant"]).toEqual({ string_value: "adam" });
  });

  it("has correct checksums", async () => {
    // RFC 3720, B.4
    expect(crc32c(new Uint8Array(32))).toBe(0x8a_91_36_aa);
    expect(crc32c(new Uint8Array(32).fill(255))).toBe(0x62_a8_ab_43);
    expect(crc32c(Uint8Array.from({ length: 32 }, (_, i) => i))).toBe(0x46_dd_79_4e);
    const log = await exported("program-awk", "log", "--to", "tensorboard");
    const records = tfRecords(readFileSync(join(log, "trial-0", FILE)));
    expect(records.length).toBeGreaterThan(20);
    for (const { record, checksums } of records) {
      const length = Buffer.alloc(8);
      length.writeBigUInt64LE(BigInt(record.length));
      expect(checksums.map(unmasked)).toEqual([crc32c(length), crc32c(record)]);
    }
  });

  it("is the same every time", async () => {
    const [first, second] = [
      await exported("program-awk", "log", "--to", "tensorboard"),
      await exported("program-awk", "other", "--to", "tensorboard"),
    ];
    expect(await digestsBelow(first)).toEqual(await digestsBelow(second));
  });
});

/** As TensorFlow's documentation defines the mask of a checksum, backwards. */
function unmasked(value: number): number {
  const rotated = (value - 0xa2_82_ea_d8) >>> 0;
  return ((rotated >>> 17) | (rotated << 15)) >>> 0;
}
