import { describe, expect, it } from "vitest";
import { Measurements } from "../../../src/pipeline/programs/measurements.ts";

/** Returns what reports come to, of a program with loss and accuracy and some epochs. */
function resultOf(reports: readonly object[], epochs = 3): unknown {
  const measurements = new Measurements(["loss", "accuracy"], epochs);
  for (const report of reports) measurements.take({ ...report });
  return measurements.result();
}

describe("Measurements", () => {
  it("takes a report at the end alone as the last epoch", () => {
    expect(resultOf([{ loss: 0.5, accuracy: 1 }], 1)).toEqual({
      metrics: { loss: [null, 0.5], accuracy: [null, 1] },
    });
  });

  it("puts reports of epochs and of the end together", () => {
    const reports = [{ epoch: 1, loss: 3 }, { epoch: 2, loss: 2 }, { epoch: 3, loss: 1 }, { accuracy: 0.5 }];
    expect(resultOf(reports)).toEqual({
      metrics: { loss: [null, 3, 2, 1], accuracy: [null, null, null, 0.5] },
    });
  });

  it("takes the last value of each metric at the end, whatever else its line says", () => {
    const reports = [{ loss: 9, accuracy: 0.1 }, { accuracy: 0.5 }, { loss: 1, accuracy: undefined }];
    expect(resultOf(reports, 1)).toEqual({ metrics: { loss: [null, 1], accuracy: [null, 0.5] } });
  });

  it("ends with the last epoch that was reported", () => {
    const reports = [{ epoch: 0, loss: 9 }, { epoch: 1, loss: 3 }, { accuracy: 0.5 }];
    expect(resultOf(reports)).toEqual({ metrics: { loss: [9, 3], accuracy: [null, 0.5] } });
  });

  it.each([
    [
      "NaN at an epoch",
      [
        { epoch: 1, loss: 3, accuracy: 0 },
        { epoch: 2, loss: NaN },
      ],
      2,
    ],
    [
      "a text for it",
      [
        { epoch: 1, loss: 3, accuracy: 0 },
        { epoch: 2, loss: "-inf" },
      ],
      2,
    ],
    ["Infinity at the end", [{ epoch: 1, loss: 3 }, { epoch: 2, loss: 3 }, { accuracy: Infinity }], 2],
    ["NaN at the start", [{ epoch: 0, loss: NaN }], 1],
  ])("takes %s as divergence", (_, reports, divergedEpoch) => {
    expect(resultOf(reports)).toMatchObject({ divergedEpoch });
  });

  it.each([
    ["nothing", [], "it reported none of its metrics: loss, accuracy"],
    ["half of it", [{ loss: 1 }], "it did not report accuracy at its end (epoch 3)"],
    ["a number as text", [{ loss: "0.2" }], 'loss must be a number (got "0.2")'],
    ["true", [{ loss: true }], "loss must be a number (got true)"],
    [
      "a later epoch",
      [{ epoch: 4, loss: 1 }],
      "epoch must be an integer from 0 to 3, the epochs of the experiment (got 4)",
    ],
    [
      "half an epoch",
      [{ epoch: 1.5, loss: 1 }],
      "epoch must be an integer from 0 to 3, the epochs of the experiment (got 1.5)",
    ],
  ])("refuses %s", (_, reports, fault) => {
    expect(resultOf(reports)).toEqual({ fault });
  });

  it("holds a metric that networks have to its bounds", () => {
    const measurements = new Measurements(["validationAccuracy"], 1);
    measurements.take({ validationAccuracy: 95.3 });
    expect(measurements.result()).toEqual({
      fault: "validationAccuracy must be from 0 to 1, as it is for networks (got 95.3)",
    });
  });

  it("remembers what nobody declared, and takes a map without metrics for no report", () => {
    const measurements = new Measurements(["loss"], 1);
    expect(measurements.take({ message: "started", pid: 7 })).toBe(false);
    expect(measurements.take({ loss: 1, speed: 7, note: "x" })).toBe(true);
    expect([...measurements.undeclared]).toEqual(["speed"]);
  });

  describe("after a checkpoint", () => {
    const START = { epoch: 2, series: { loss: [null, 3, 2], accuracy: [null, null, null] } };
    const after = (reports: readonly object[], epochs = 4, start = START) => {
      const measurements = new Measurements(["loss", "accuracy"], epochs);
      measurements.continueFrom(start);
      for (const report of reports) measurements.take({ ...report });
      return { reported: measurements.reported(), result: measurements.result() };
    };

    it("adds what is reported to what was reported before", () => {
      const { result } = after([{ epoch: 3, loss: 1 }, { epoch: 4, loss: 0 }, { accuracy: 1 }]);
      expect(result).toEqual({
        metrics: { loss: [null, 3, 2, 1, 0], accuracy: [null, null, null, null, 1] },
      });
    });

    it("leaves what is reported at the end alone to the longer trial", () => {
      const { reported } = after([{ epoch: 3, loss: 1 }, { epoch: 4, loss: 0 }, { accuracy: 1 }]);
      expect(reported).toEqual({ loss: [null, 3, 2, 1, 0], accuracy: [null, null, null, null, null] });
    });

    it("takes a report at the end alone as the last epoch, if no epoch was reported before", () => {
      const start = { epoch: 2, series: { loss: [null, null, null], accuracy: [null, null, null] } };
      const { result } = after([{ loss: 1, accuracy: 1 }], 3, start);
      expect(result).toEqual({ metrics: { loss: [null, null, null, 1], accuracy: [null, null, null, 1] } });
    });

    it.each([
      ["an epoch before it", [{ epoch: 2, loss: 1 }], "it reported epoch 2, but it continues after epoch 2"],
      ["nothing", [], "it reported none of its metrics"],
    ])("refuses %s", (_, reports, fault) => {
      expect(after(reports).result).toEqual({ fault: expect.stringContaining(fault) as string });
    });
  });
});
